"""Lever: what an archive reason's id stands for, and whether its opportunity is archived at all.

Data API `https://api.lever.co/v1`, Basic, the key as user name [D]; `GET /opportunities/{id}`:
`{data: {archived: {reason, archivedAt} | null, confidentiality, ...}}` [D], `GET
/archive_reasons/{id}`: `{data: {id, text, type: hired | non-hired}}` [D]. 10 requests a second, no
Retry-After [D]. Its signature does not cover a delivery's body: what counts is what stands here.
A candidate's own withdrawal is a `non-hired` one too, and only its words tell [D: "Withdrew",
"Offer declined" are of the list's samples]; words of the company's own may tell nothing [?].
"""

from base64 import b64encode
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from shared.connectors.asking import asked
from shared.connectors.reading import inside, reference
from shared.connectors.whose import told
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind
from shared.domain.trouble import Trouble, Why

LEVER: Final = "https://api.lever.co/v1"
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Lever:
    wire: Wire = field(repr=False)
    key: str = field(repr=False)

    def reasoned(self, event: ApplicationEvent, now: datetime) -> ApplicationEvent | Trouble:
        """A rejection as it stands at Lever now; one that does not is of no kind that counts."""
        if reference(event.application_ref) is None:
            return Trouble(Why.GONE, "no opportunity has such an id")
        said = self._asked(f"/opportunities/{event.application_ref}", now)
        if isinstance(said, Trouble):
            return said
        if said.get("confidentiality") == "confidential":
            event = replace(event, confidential=True)
        archived = said.get("archived")
        if archived is None:
            return replace(event, reason_kind=ReasonKind.OTHER)
        return self._archived(event, archived, now)

    def _archived(
        self, event: ApplicationEvent, archived: Any, now: datetime
    ) -> ApplicationEvent | Trouble:
        at = _at(inside(archived, "archivedAt")) or event.occurred_at
        reason = reference(inside(archived, "reason"))
        if reason is None:
            return replace(event, occurred_at=at, reason_kind=ReasonKind.UNKNOWN)
        said = self._asked(f"/archive_reasons/{reason}", now)
        if isinstance(said, Trouble):
            return said
        match said.get("type"):
            case "hired":
                return replace(event, kind=Kind.HIRED, occurred_at=at)
            case "non-hired":
                whose = told(said.get("text")) or ReasonKind.COMPANY
                return replace(event, occurred_at=at, reason_kind=whose)
            case _:
                return Trouble(Why.UNREADABLE, "a reason of no known type")

    def reasons(self, now: datetime) -> int | Trouble:
        """How many there are: the smallest question that shows a key to be good."""
        said = asked(self.wire, f"{LEVER}/archive_reasons", self._headers(), now)
        if isinstance(said, Trouble):
            return said
        rows = said.get("data")
        return len(rows) if isinstance(rows, list) else Trouble(Why.UNREADABLE, "no list")

    def _asked(self, path: str, now: datetime) -> dict[str, Any] | Trouble:
        said = asked(self.wire, f"{LEVER}{path}", self._headers(), now)
        if isinstance(said, Trouble):
            return said
        data = said.get("data")
        return data if isinstance(data, dict) else Trouble(Why.UNREADABLE, "no data")

    def _headers(self) -> dict[str, str]:
        pair = b64encode(f"{self.key}:".encode(errors="replace")).decode()
        return {"Authorization": f"Basic {pair}", "Accept": "application/json"}


def _at(said: Any) -> datetime | None:
    """Milliseconds since 1970."""
    right = isinstance(said, int) and not isinstance(said, bool) and 0 < said < 10**14
    return EPOCH + timedelta(milliseconds=said) if right else None
