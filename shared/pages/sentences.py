"""What a company pastes into the mail that says how a selection ended, with its link in place.

It follows the company's own sentence of the result. It blames nobody, promises nothing, and says
that it is optional, free, and what the company has of it (ESA 5-4, 5-5).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from markupsafe import Markup

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.pages.catalogue import words

Stage = Literal[
    "general", "document", "first_interview", "final_interview", "part_time", "new_graduate"
]
Tone = Literal["standard", "soft"]
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
TONES: Final[tuple[Tone, ...]] = get_args(Tone)
_PARTS: Final = ("offer", "facts")


@dataclass(frozen=True, slots=True)
class Snippet:
    """`url` opens in the language of the sentences; `html` takes on the look of the mail around."""

    locale: Locale
    stage: Stage
    tone: Tone
    subject: str
    before: tuple[str, ...]
    link: str
    url: str
    after: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join((*self.before, f"{self.link}\n{self.url}", *self.after))

    @property
    def html(self) -> str:
        way = Markup('<p>{0}<br><a href="{1}">{1}</a></p>').format(self.link, self.url)
        before, after = ([_paragraph(s) for s in said] for said in (self.before, self.after))
        return "\n".join((*before, way, *after))


def _paragraph(sentence: str) -> Markup:
    return Markup("<p>{}</p>").format(sentence)


def snippets(
    agency: Agency, url: str, locale: Locale, stages: tuple[Stage, ...] = STAGES
) -> Iterator[Snippet]:
    """Of each stage, in each tone."""
    for stage in stages:
        for tone in TONES:
            yield snippet(agency, url, locale, stage, tone)


def snippet(agency: Agency, url: str, locale: Locale, stage: Stage, tone: Tone) -> Snippet:
    said = words(locale, "sentences")
    own, manner = said["stages"][stage], said[tone]
    named = {"agency": agency.name_in(locale), "licence": agency.licence_number}
    before = (own[tone], *(manner[part].format(**named) for part in _PARTS))
    return Snippet(
        locale=locale,
        stage=stage,
        tone=tone,
        subject=own["subject"],
        before=before,
        link=said["link"],
        url=f"{url}?lang=en" if locale == "en" else url,
        after=(manner["honest"],),
    )
