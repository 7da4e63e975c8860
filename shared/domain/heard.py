"""What came back from one attempt at a webhook."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why there is no answer, in words the delivery log may show."""

    ADDRESS = "address_not_allowed"
    NAME = "name_not_found"
    TLS = "tls_failed"
    UNREACHED = "not_reached"
    LATE = "no_answer_in_time"
    GARBLED = "answer_not_http"


@dataclass(frozen=True, slots=True)
class Answered:
    """`retry_after` as the header has it, unread."""

    status: int
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    why: Why


type Heard = Answered | Unanswered
