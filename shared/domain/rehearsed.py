"""What came of a self-test: a vendor's samples, played through what real deliveries go through."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Check(StrEnum):
    """In the order they are made."""

    SECRET = "secret_there"  # noqa: S105
    BELIEVED = "signature_accepted"
    FORGED = "wrong_signature_refused"
    READ = "delivery_read"
    DORMANT = "application_dormant"
    LINK = "link_made"
    LIVE = "rejection_live"
    ASLEEP = "unrejection_asleep"
    REPEATED = "repeated_ignored"
    WITHDRAWN = "withdrawal_moves_nothing"
    ACCESS = "vendor_answers"
    LAST_EVENT = "last_event"


class Verdict(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """There is nothing to try, or nothing to try it with: `why` says what."""


@dataclass(frozen=True, slots=True)
class Step:
    """
    Args:
        why: one word, for what is not passed and for what passed under a reserve.
        at: of the last event.
        rows: how many of what the vendor was asked for came back.
    """

    check: Check
    verdict: Verdict
    why: str | None = None
    at: datetime | None = None
    rows: int | None = None


def is_good(steps: tuple[Step, ...]) -> bool:
    return bool(steps) and all(step.verdict is not Verdict.FAILED for step in steps)
