"""What was done to a candidate's file, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shared.domain.candidate_screen import Act
from shared.domain.locale import Locale
from shared.pages.when import moment

CHANGED: Final = "changed "
WHY: Final = ": "
THEMSELVES: Final = "candidate"
ACTS: Final = {
    "adviser": "adviser",
    "contacted": "contacted",
    "merged": "merged",
    "withdrawn": "withdrawal",
    "erasure": "erasure",
    "blocked a company": "blocks",
    "unblocked a company": "unblocks",
    "consents": "consents",
    "came_back": "came_back",
    "unsubscribed": "unsubscribed",
    "address": "address",
    "answered_looking": "still_looking",
    "answered_found": "found_work",
    "answered_paused": "pauses",
}
"""As a file keeps them; by their names in the words."""


@dataclass(frozen=True, slots=True)
class Line:
    what: str
    who: str
    at: str


def lines(
    acts: Iterable[Act], names: Mapping[str, str], said: Mapping[str, Any], locale: Locale
) -> list[Line]:
    """Newest first. `said` is a page's words."""
    last = sorted(acts, key=lambda act: (act.at, act.version), reverse=True)
    return [Line(_what(a.act, said), who(a.by, names, said), moment(a.at, locale)) for a in last]


def who(by: str | None, names: Mapping[str, str], said: Mapping[str, Any]) -> str:
    if by == THEMSELVES:
        return str(said["themselves"])
    return names.get(by or "") or str(said["program"]).format(id=(by or "")[:12])


def _what(act: str, said: Mapping[str, Any]) -> str:
    words = said["acts"]
    if act.startswith(CHANGED):
        fields = act.removeprefix(CHANGED).split(", ")
        named = said["comma"].join(said["fields"].get(field, field) for field in fields)
        return str(words["changed"]).format(fields=named)
    what, _, why = act.partition(WHY)
    told = words.get(ACTS.get(what, ""), what)
    return f"{told}{said['because'].format(why=said['reasons'].get(why, why))}" if why else told
