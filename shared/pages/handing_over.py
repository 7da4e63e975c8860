"""What a candidate says yes or no to before a company is shown anything, word for word.

Change a word and the version changes with it: a test keeps the digest of each version.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from urllib.parse import quote

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.recommendation import Item
from shared.pages import conditions
from shared.pages.catalogue import isolated, words
from shared.pages.locale import OTHER
from shared.pages.render import document
from shared.pages.when import moment

TEXT_VERSION: Final = "job-2026-11-1"
TEXTS: Final[dict[Locale, dict[Literal["yes", "no"], str]]] = {
    "ja": {
        "yes": "はい。{agency}がこの求人のために、上の「お渡しする項目」を"
        "{company}へ渡すことに同意します。",
        "no": "いいえ。この求人では渡しません。",
    },
    "en": {
        "yes": "Yes. I agree that {agency} hands the items listed above to {company} for this job.",
        "no": "No. Hand over nothing for this job.",
    },
}
Said = Literal["yes", "no"]
Stands = Literal["asked", "yes", "no", "shown", "over"]


@dataclass(frozen=True, slots=True)
class Asked:
    """`said` is what the candidate answered, at `answered_at`; not open: it is over, or done.

    Args:
        returning: the company let this candidate go before.
    """

    company: str
    title: str
    conditions: Mapping[str, Any]
    items: tuple[Item, ...]
    returning: bool = False
    said: Said | None = None
    answered_at: datetime | None = None
    is_open: bool = True
    is_shown: bool = False

    @property
    def stands(self) -> Stands:
        """How far it is: what the page says of itself must be true then."""
        if self.is_shown:
            return "shown"
        return (self.said or "asked") if self.is_open else "over"


def consents(
    *, locale: Locale, agency: Agency, token: str, asked: Asked, unanswered: bool = False
) -> str:
    """Where a candidate says yes or no. `unanswered`: the form came without either."""
    here = f"/consents/{quote(token, safe='~.-_')}"
    said = words(locale, "consents")
    return document(
        "consents",
        locale,
        agency,
        here=here,
        asked=asked,
        company=isolated(asked.company),
        job=isolated(asked.title),
        conditions=list(conditions.told(asked.conditions, said["conditions"], locale)),
        texts=TEXTS[locale],
        answered_at=moment(asked.answered_at, locale) if asked.answered_at else "",
        mistakes={"answer": said["choose"]} if unanswered else {},
        switch=f"{here}?lang={OTHER[locale]}",
    )
