"""A mail before it is laid out: its sentences filled in, once as they stand and once for HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.purpose import News, Purpose
from shared.pages.catalogue import fill, words
from shared.pages.render import part, who
from shared.pages.sentences import Snippet

DAWN: Final = "#E8743B"
GOLD: Final = "#B8860B"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The subject never holds what a person typed."""

    subject: str
    text: str
    html: str
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Letter:
    """`said` are the mail's own words, `values` what they are filled with; `baton` is a colour.

    Args:
        doors: what its reader may do, each with where that is done.
        pasted: what is shown as a company pastes it.
    """

    said: Mapping[str, Any]
    values: Mapping[str, object]
    purpose: Purpose
    greeting: str = ""
    code: str = ""
    facts: Sequence[tuple[str, str]] = ()
    doors: Sequence[tuple[str, str]] = ()
    baton: str = DAWN
    pasted: Snippet | None = None
    aside: tuple[str, str] | None = None
    """What hardly anybody needs, and where it is done."""

    @property
    def is_gold(self) -> bool:
        return self.baton == GOLD

    @property
    def leave(self) -> str:
        """Where its reader ends it; nothing to end where it answers them."""
        return self.purpose.leave if isinstance(self.purpose, News) else ""

    def rendered(self, locale: Locale, agency: Agency) -> Rendered:
        text, html = self.text(locale, agency), self.html(locale, agency)
        return Rendered(self.subject(), text, html, self.purpose)

    def subject(self) -> str:
        return self._plain(self.said["subject"])

    def text(self, locale: Locale, agency: Agency) -> str:
        return part("mail.txt", **self._parts(locale, agency), fill=self._plain)

    def html(self, locale: Locale, agency: Agency) -> str:
        return part("mail.html", **self._parts(locale, agency), fill=self._marked)

    def _plain(self, sentence: str) -> str:
        return sentence.format(**self.values)

    def _marked(self, sentence: str) -> Markup:
        return fill(sentence, **self.values)

    def _parts(self, locale: Locale, agency: Agency) -> dict[str, Any]:
        """What both templates are given."""
        own = words(locale, "mail")
        return who(agency, locale) | {
            "locale": locale,
            "w": own,
            "frame": own["frame"],
            "letter": self,
            "said": self.said,
            "subject": self.subject(),
        }
