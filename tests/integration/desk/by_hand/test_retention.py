"""What is kept until when, on a page, and every erasure that came to its end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared import clock
from shared.contracts.events import CandidateErased
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import Conflict
from shared.domain.ids import CandidateId
from shared.domain.registers import month
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.erased import Erased
from shared.table.erasures import Erasures
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.placing import a_file
from tests.support.table import fresh_table

HERE = "/agency/retention"
NOW = datetime(2026, 3, 31, 15, 30, tzinfo=UTC)
"""April already, in Tokyo."""


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(fresh_table(counted.client), monkeypatch)


@pytest.fixture
def ada(desk: Desk) -> AtDesk:
    return at_desk(desk.table)


def erased(desk: Desk, name: str, at: datetime = NOW) -> CandidateFile:
    file = a_file(name, at - timedelta(days=9), erasing_since=at - timedelta(hours=2))
    desk.table.commit(desk.table.new(keys.candidate_file(file.candidate_id), {"version": 0}))
    event = CandidateErased(
        event_id=f"erased:{file.candidate_id}", occurred_at=at, candidate_id=file.candidate_id
    )
    Erasures(desk.table).finish(replace(file, erased_at=at), event, at)
    return file


def test_what_is_kept_is_said_with_its_time_and_reason(ada: AtDesk) -> None:
    status, page = ada.reads(HERE)
    assert status == 200
    for said in (
        "24時間",
        "完結から2年",
        "提供から3年",
        "職業安定法第32条の15",
        "365日",
        "90日",
        "終わってから3年",
    ):
        assert said in page
    assert "2 years after completion" in ada.reads(f"{HERE}?lang=en")[1]


def test_an_erasure_is_noted_when_it_ends_in_its_month_of_tokyo(desk: Desk, ada: AtDesk) -> None:
    file = erased(desk, "ada")
    assert Erased(desk.table).how_many("2026-03", "2026-04") == [0, 1]
    page = ada.reads(f"{HERE}?month=2026-04")[1]
    assert file.candidate_id in page
    assert "2026年3月31日（火）22:30" in page and "2026年4月1日（水）00:30" in page
    assert file.candidate.full_name not in page.partition("<main")[2]
    assert "この月に終えた消去はありません" in ada.reads(f"{HERE}?month=2026-03")[1]


def test_the_proof_names_nobody_and_ends_after_three_years(desk: Desk) -> None:
    file = erased(desk, "ada")
    items = list(desk.table.partition(keys.erasures("2026-04")))
    assert {item[keys.EXPIRES] for item in items} == {
        int(datetime(2029, 3, 31, 15, tzinfo=UTC).timestamp())
    }
    assert file.candidate.full_name not in str(items) and file.candidate.email not in str(items)


def test_an_erasure_that_is_done_again_is_noted_once(desk: Desk) -> None:
    file = erased(desk, "ada")
    event = CandidateErased(
        event_id=f"erased:{file.candidate_id}", occurred_at=NOW, candidate_id=file.candidate_id
    )
    with pytest.raises(Conflict):
        Erasures(desk.table).finish(replace(file, erased_at=NOW, version=7), event, NOW)
    assert Erased(desk.table).how_many("2026-04") == [1]


def test_last_month_is_shown_first_and_this_one_is_counted(desk: Desk, ada: AtDesk) -> None:
    now = datetime.now(UTC)
    before = now.replace(day=1) - timedelta(days=3)
    last, this = erased(desk, "ada", before), erased(desk, "ben", now)
    page = ada.reads(HERE)[1]
    assert last.candidate_id in page and this.candidate_id not in page
    assert f'href="{HERE}?month={month(day(now))}"' in page


def test_a_long_month_is_three_requests_a_page(desk: Desk, ada: AtDesk, counted: Counted) -> None:
    for n in range(55):
        erased(desk, f"p{n}", NOW + timedelta(minutes=n))
    counted.since()
    page = ada.reads(f"{HERE}?month=2026-04")[1]
    assert len(counted.since()) <= 1 + 3
    assert page.count("cnd_") == 50
    more = page.partition("cursor=")[2].partition('"')[0]
    assert ada.reads(f"{HERE}?month=2026-04&cursor={more}")[1].count("cnd_") == 5


@pytest.mark.parametrize("asked", ["month=march", "cursor=abc"])
def test_what_is_no_month_is_refused(ada: AtDesk, asked: str) -> None:
    assert ada.reads(f"{HERE}?{asked}")[0] == 422


def test_the_id_leads_nowhere() -> None:
    key = keys.erasure("2026-04", "2026-03-31T15:30:00.000+00:00", CandidateId("cnd_1"))
    assert key.pk == "ERASED#2026-04"
    assert key.sk.endswith("#cnd_1")


def test_the_month_that_runs_is_a_page_as_any_other(desk: Desk, ada: AtDesk) -> None:
    now = clock.now()
    gone = erased(desk, "ren", now)
    status, page = ada.reads(f"{HERE}?month={month(day(now))}")
    assert status == 200
    assert gone.candidate_id in page
