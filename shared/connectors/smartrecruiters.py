"""SmartRecruiters: what the link of a thin delivery leads to.

The link is followed at `https://api.smartrecruiters.com` alone, with `X-SmartToken` [D]. `status`
is one of LEAD, NEW, IN_REVIEW, INTERVIEW, OFFERED, HIRED, REJECTED, WITHDRAWN [D], of the answer
itself or of its `primaryAssignment` [?]; WITHDRAWN is the candidate's own end. `createdOn`,
`updatedOn` [D]; that the last change is the decision [?]. The answer names the person: of it only
these are read. Where a delivery names no application, its link does, by a keyed hash.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from shared.connectors.asking import asked
from shared.connectors.reading import inside, moment, reference
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage
from shared.domain.trouble import Trouble, Why

API: Final = "https://api.smartrecruiters.com"
FOLLOWED: Final = re.compile(re.escape(API) + r"(/[A-Za-z0-9_~-][A-Za-z0-9._~/-]{0,299})")
"""No port, no user, no query: nothing that leads elsewhere."""
STAGES: Final = {
    "NEW": Stage.APPLIED,
    "IN_REVIEW": Stage.SCREENING,
    "INTERVIEW": Stage.INTERVIEW,
    "OFFERED": Stage.OFFER,
    "HIRED": Stage.HIRED,
}
ENDED: Final = {
    "REJECTED": (Kind.REJECTED, ReasonKind.COMPANY),
    "WITHDRAWN": (Kind.REJECTED, ReasonKind.CANDIDATE),
    "HIRED": (Kind.HIRED, ReasonKind.UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class SmartRecruiters:
    wire: Wire = field(repr=False)
    key: str = field(repr=False)
    keyed: Callable[[str], str] = field(repr=False)

    def changed(
        self, application_ref: str | None, link: str | None, now: datetime
    ) -> tuple[ApplicationEvent, ...] | Trouble:
        followed = FOLLOWED.fullmatch(link or "")
        if followed is None or ".." in followed[1]:
            return Trouble(Why.GONE, "no link that leads to them")
        said = asked(self.wire, followed[0], self._headers(), now)
        if isinstance(said, Trouble):
            return said
        ref = application_ref or self.keyed(f"application-link:{followed[1]}")
        return application(said, ref)

    def some(self, now: datetime) -> int | Trouble:
        """The smallest question that shows a key to be good."""
        said = asked(self.wire, f"{API}/candidates?limit=1", self._headers(), now)
        if isinstance(said, Trouble):
            return said
        rows = said.get("content")
        return len(rows) if isinstance(rows, list) else Trouble(Why.UNREADABLE, "no list")

    def _headers(self) -> dict[str, str]:
        return {"X-SmartToken": self.key, "Accept": "application/json"}


def application(said: Any, application_ref: str) -> tuple[ApplicationEvent, ...] | Trouble:
    of = said if "status" in said else inside(said, "primaryAssignment")
    status = inside(of, "status")
    if not isinstance(status, str) or status not in (*STAGES, *ENDED):
        return Trouble(Why.UNREADABLE, "a status that is not known")
    seen_at = moment(inside(of, "updatedOn")) or moment(inside(said, "updatedOn"))
    made = ApplicationEvent(
        Kind.CREATED,
        application_ref,
        job_ref=reference(inside(inside(of, "job"), "id")),
        stage_reached=STAGES.get(status, Stage.UNKNOWN),
        occurred_at=moment(inside(of, "createdOn")) or moment(inside(said, "createdOn")),
    )
    kind, whose = ENDED.get(status, (Kind.UNREJECTED, ReasonKind.UNKNOWN))
    return made, replace(made, kind=kind, occurred_at=seen_at, reason_kind=whose)
