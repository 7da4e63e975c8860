"""When a candidate is asked how it goes: 30 days, 6 months and 1 year after their first coming."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile, Search, WaitsFor
from shared.domain.ids import CandidateId
from shared.domain.solicitation import may_solicit

type After = Literal["30_days", "6_months", "1_year"]

EACH: Final[tuple[After, ...]] = ("30_days", "6_months", "1_year")
MONTHS: Final[dict[After, int]] = {"6_months": 6, "1_year": 12}


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How far the check-ins of a file have come.

    Args:
        opened_as: the file it began with; another one once that was merged into a person's other.
        passed: the last one that was said, or let pass.
    """

    candidate_id: CandidateId
    opened_as: CandidateId
    passed: After | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of one that is due: `said` or let pass; `next_at` is None where none follows."""

    said: After | None
    passed: After | None
    next_at: datetime | None


def due_at(after: After, opened_at: datetime) -> datetime:
    """The hour they came, or the morning after it.

    >>> due_at("6_months", datetime(2026, 8, 31, 12, tzinfo=tokyo.TOKYO)).isoformat()
    '2027-02-28T12:00:00+09:00'
    """
    there = opened_at.astimezone(tokyo.TOKYO)
    on = there.date()
    on = _months(on, MONTHS[after]) if after in MONTHS else on + timedelta(days=30)
    return tokyo.awake(datetime.combine(on, there.timetz()))


def following(passed: After | None) -> After | None:
    return next(iter(_left(passed)), None)


def wants_to_be_asked(file: CandidateFile, now: datetime) -> bool:
    """They agreed to news, take no rest from it, and may be written to unasked."""
    return file.search is not Search.PAUSED and may_solicit(file, tokyo.day(now))


def outcome(check_in: CheckIn, file: CandidateFile, now: datetime) -> Outcome:
    """A clock that slept says the last one due alone. A file merged away is asked for no more."""
    if file.is_gone or file.candidate_id != check_in.opened_as:
        return Outcome(None, check_in.passed, None)
    due = [after for after in _left(check_in.passed) if due_at(after, file.opened_at) <= now]
    passed = due[-1] if due else check_in.passed
    said = passed if due and wants_to_be_asked(file, now) else None
    after = following(passed)
    return Outcome(said, passed, due_at(after, file.opened_at) if after else None)


def answered(file: CandidateFile, search: Search, reply_by: datetime) -> CandidateFile:
    """Their adviser hears of it by having to write to them; not of a rest. Twice is once."""
    said = replace(file, search=search)
    if search is Search.PAUSED or file.contact_by or not file.is_open:
        return said
    return replace(said, contact_by=reply_by, waits_for=WaitsFor.REPLY)


def _left(passed: After | None) -> tuple[After, ...]:
    return EACH[EACH.index(passed) + 1 :] if passed else EACH


def _months(on: date, months: int) -> date:
    """The same day of a later month, or its last."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
