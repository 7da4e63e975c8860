"""Teamtailor: a job application, of which a webhook says only that it changed.

`GET https://api.teamtailor.com/v1/job-applications/{id}`, JSON:API, `Authorization: Token token=…`,
`X-Api-Version` [D]; attributes `created-at`, `changed-stage-at`, `rejected-at`, `updated-at` [C];
of what is included `reject-reasons` `{reason, rejected-by-company}` [C] and `stages` `{name,
stage-type}` [C]; that a hire is the stage type `hired` [?]. Whose end it was where no reason is
given is not said [?]: the company's, as withdrawals have one. The candidate is not included.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from shared.connectors.asking import asked
from shared.connectors.limits import Names
from shared.connectors.reading import inside, moment, reference
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage
from shared.domain.trouble import Trouble, Why

APPLICATIONS: Final = "https://api.teamtailor.com/v1/job-applications"
VERSION: Final = "20240404"
NAMES: Final = Names("x-rate-limit-remaining", "x-rate-limit-reset")
STAGES: Final = {
    "inbox": Stage.APPLIED,
    "in-process": Stage.SCREENING,
    "screening": Stage.SCREENING,
    "interview": Stage.INTERVIEW,
    "offer": Stage.OFFER,
    "hired": Stage.HIRED,
}
"""Their `stage-type`s as clients met them [C]; with an underscore or a hyphen [?]."""


@dataclass(frozen=True, slots=True)
class Teamtailor:
    wire: Wire = field(repr=False)
    key: str = field(repr=False)

    def changed(
        self, application_ref: str, now: datetime
    ) -> tuple[ApplicationEvent, ...] | Trouble:
        if not application_ref.isascii() or not application_ref.isdigit():
            return Trouble(Why.GONE, "no application has such an id")
        url = f"{APPLICATIONS}/{application_ref}?include=reject-reason%2Cstage%2Cjob"
        said = asked(self.wire, url, self._headers(), now, NAMES)
        return said if isinstance(said, Trouble) else application(said, application_ref)

    def some(self, now: datetime) -> int | Trouble:
        """The smallest question that shows a key to be good."""
        url = f"{APPLICATIONS}?page%5Bsize%5D=1"
        said = asked(self.wire, url, self._headers(), now, NAMES)
        if isinstance(said, Trouble):
            return said
        rows = said.get("data")
        return len(rows) if isinstance(rows, list) else Trouble(Why.UNREADABLE, "no list")

    def _headers(self) -> dict[str, str]:
        return {
            "Authorization": f"Token token={self.key}",
            "X-Api-Version": VERSION,
            "Accept": "application/vnd.api+json",
        }


def application(said: Any, application_ref: str) -> tuple[ApplicationEvent, ...] | Trouble:
    data = inside(said, "data")
    times = inside(data, "attributes")
    made_at = moment(inside(times, "created-at"))
    if reference(inside(data, "id")) != application_ref or made_at is None:
        return Trouble(Why.UNREADABLE, "no application of that id")
    included = _included(said)
    made = ApplicationEvent(
        Kind.CREATED,
        application_ref,
        job_ref=reference(inside(_related(data, "job"), "id")),
        stage_reached=_stage(included),
        occurred_at=made_at,
    )
    return made, *_now(made, times, included)


def _now(
    made: ApplicationEvent, times: Any, included: Mapping[str, Any]
) -> tuple[ApplicationEvent, ...]:
    seen_at = moment(inside(times, "updated-at")) or made.occurred_at
    if (said := inside(times, "rejected-at")) not in (None, ""):
        at, whose = moment(said) or seen_at, _whose(included)
        return (replace(made, kind=Kind.REJECTED, occurred_at=at, reason_kind=whose),)
    if made.stage_reached is Stage.HIRED:
        at = moment(inside(times, "changed-stage-at")) or seen_at
        return (replace(made, kind=Kind.HIRED, occurred_at=at),)
    return (replace(made, kind=Kind.UNREJECTED, occurred_at=seen_at),)


def _included(said: Any) -> dict[str, Any]:
    """By type: an application has one of each."""
    rows = inside(said, "included")
    listed = rows if isinstance(rows, list) else []
    typed = ((inside(row, "type"), inside(row, "attributes")) for row in listed)
    return {kind: attributes for kind, attributes in typed if isinstance(kind, str)}


def _related(data: Any, name: str) -> Any:
    return inside(inside(inside(data, "relationships"), name), "data")


def _stage(included: Mapping[str, Any]) -> Stage:
    said = inside(included.get("stages"), "stage-type")
    return (
        STAGES.get(said.replace("_", "-"), Stage.UNKNOWN)
        if isinstance(said, str)
        else (Stage.UNKNOWN)
    )


def _whose(included: Mapping[str, Any]) -> ReasonKind:
    match inside(included.get("reject-reasons"), "rejected-by-company"):
        case False:
            return ReasonKind.CANDIDATE
        case _:
            return ReasonKind.COMPANY
