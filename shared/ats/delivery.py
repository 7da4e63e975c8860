"""What a vendor's delivery comes to, after its body is forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.ats_event import ApplicationEvent, CandidateErased

Event = ApplicationEvent | CandidateErased


class Why(StrEnum):
    """A delivery was deliberately ignored."""

    NOT_JSON = "not_json"
    NOT_FOLLOWED = "event_not_followed"
    NO_APPLICATION = "no_application_named"
    NO_CANDIDATE = "no_candidate_named"
    NO_STATE = "state_not_said"
    PROSPECT = "prospect_not_applicant"


@dataclass(frozen=True, slots=True)
class Events:
    """At least one."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The vendor says that, and not how: read it by its API.

    Args:
        application_ref: none only where there is a link.
        link: at the vendor's API host. It may hold the vendor's id of the candidate: follow it,
            and keep it nowhere.
    """

    application_ref: str | None
    link: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Ping:
    """The vendor tries the address, and wants a 200."""


@dataclass(frozen=True, slots=True)
class Handshake:
    """The vendor wants these headers back, in a 200."""

    headers: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ignored:
    why: Why


Meaning = Events | Changed | Ping | Handshake | Ignored


@dataclass(frozen=True, slots=True)
class Delivery:
    """`key`: the same for the same delivery, however often it comes."""

    key: str
    meaning: Meaning
