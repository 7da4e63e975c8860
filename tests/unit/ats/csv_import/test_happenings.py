"""What a row is news of, and what it is none of."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.ats.csv_import.happenings import happening
from shared.ats.csv_import.meaning import Meaning
from shared.ats.csv_import.row import Row
from shared.domain.application import Application, Life
from shared.domain.application_step import applied
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.happening import Kind
from shared.domain.ids import ApplicationId, CompanyId, ConnectionId

FIRST = datetime(2026, 4, 20, 3, tzinfo=UTC)
LATER = FIRST + timedelta(days=7)
DAY = datetime(2026, 4, 1, tzinfo=UTC)
NEW = Application(ApplicationId("app_1"), CompanyId("co_1"), ConnectionId("ats_1"))


def row(meaning: Meaning, at: datetime | None = None) -> Row:
    return Row(2, "A-001", meaning, Stage.INTERVIEW, None, at)


def after(known: Application, *rows: Row, at: datetime = FIRST) -> Application:
    for one in rows:
        if heard := happening(one, known, at):
            known = applied(known, heard)
    return known


@pytest.mark.parametrize(
    ("meaning", "kind", "reason"),
    [
        (Meaning.COMPANY, Kind.REJECTED, ReasonKind.COMPANY),
        (Meaning.HIRED, Kind.HIRED, ReasonKind.UNKNOWN),
        (Meaning.OPEN, Kind.CREATED, ReasonKind.UNKNOWN),
    ],
)
def test_a_rows_result_is_what_happened(meaning: Meaning, kind: Kind, reason: ReasonKind) -> None:
    heard = happening(row(meaning, DAY), NEW, FIRST)
    assert heard is not None
    assert (heard.kind, heard.reason_kind, heard.occurred_at) == (kind, reason, DAY)


def test_a_withdrawal_is_no_news_and_nothing_is_kept_of_it() -> None:
    assert happening(row(Meaning.CANDIDATE, DAY), NEW, FIRST) is None


@pytest.mark.parametrize("meaning", [Meaning.COMPANY, Meaning.HIRED, Meaning.OPEN])
@pytest.mark.parametrize("at", [DAY, None], ids=["dated", "undated"])
def test_said_again_later_it_is_no_news(meaning: Meaning, at: datetime | None) -> None:
    known = after(NEW, row(meaning, at))
    assert happening(row(meaning, at), known, LATER) is None


def test_an_undated_row_is_of_the_first_import_that_says_so() -> None:
    known = after(NEW, row(Meaning.COMPANY))
    assert after(known, row(Meaning.COMPANY), at=LATER).rejected_at == FIRST


def test_undated_rows_turn_it_and_turn_it_back() -> None:
    rejected = after(NEW, row(Meaning.COMPANY))
    opened = after(rejected, row(Meaning.OPEN), at=LATER)
    again = after(opened, row(Meaning.COMPANY), at=LATER + timedelta(days=1))
    assert [one.life for one in (rejected, opened, again)] == [Life.LIVE, Life.ASLEEP, Life.LIVE]


def test_of_whoever_was_hired_a_rejection_said_twice_is_heard_once() -> None:
    known = after(NEW, row(Meaning.HIRED), row(Meaning.COMPANY))
    assert known.life is Life.CLOSED
    assert happening(row(Meaning.COMPANY), known, LATER) is None


def test_of_whoever_was_erased_at_the_source_nothing_is_heard() -> None:
    erased = Application(NEW.application_id, NEW.company_id, NEW.connection_id, erased_at=DAY)
    assert happening(row(Meaning.COMPANY, LATER), erased, LATER) is None
