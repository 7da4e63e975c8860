"""Who withdraws or is to be forgotten: what ran for them with companies is over."""

from datetime import timedelta
from typing import Any

import pytest

import functions.file.handler as file
from functions.answer import consent_flow
from shared import leaving
from shared.contracts.events import CandidateWithdrawn, ErasureBegun, Event
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import CandidateNotFound, NotFound, StateForbids, Unavailable
from shared.domain.ids import RecommendationId
from shared.domain.recommendation import Recommendation, Side, Stage
from shared.domain.registers import Kind
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.recommendations import Recommendations
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, queued
from tests.support.builders import ACME, BOLT, JOBS, NOON, PEPPER
from tests.support.fakes.cvs import FakeCvs
from tests.support.recommending import ADA, JOB, REC, Desk, a_file, an_order, written
from tests.support.stores import on_table

SECOND, THIRD = RecommendationId("rec_2"), RecommendationId("rec_3")
HOUR = timedelta(hours=1)
DONE: dict[str, Any] = {"batchItemFailures": []}
LEAVINGS = {"withdrawn": leaving.withdraw, "erasing": leaving.begin_erasure}


@pytest.fixture
def desk(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(file, "table", lambda: table)
    monkeypatch.setattr(file, "pepper", lambda: PEPPER)
    monkeypatch.setattr(file, "cvs", FakeCvs)
    for company_id in (ACME, BOLT):
        let_in(on_table(table), company_id)
    desk = Desk(table)
    desk.posts(an_order())
    return desk


def leaves(desk: Desk, how: str) -> Event:
    act: Any = LEAVINGS[how]
    files, now = CandidateFiles(desk.table), NOON + HOUR
    left = act(ADA, by="key_1", why=None, files=files, now=now, written=written(files))
    assert left.state == how
    kind = CandidateWithdrawn if how == "withdrawn" else ErasureBegun
    return kind(event_id=how, occurred_at=now, candidate_id=ADA)


def hears(fact: Event) -> bool:
    return bool(file.handle(queued(fact), CONTEXT) == DONE)


def asked_thrice(desk: Desk) -> None:
    """One shown, one said yes to, one said no to."""
    desk.recommended()
    for rec, job, yes in ((SECOND, JOBS[2], True), (THIRD, JOBS[3], False)):
        desk.posts(an_order(job_order_id=job))
        desk.asks(rec=rec, job=job)
        desk.answers(yes, rec=rec)


def three(desk: Desk) -> list[Recommendation]:
    return [desk.found(*of) for of in ((REC, JOB), (SECOND, JOBS[2]), (THIRD, JOBS[3]))]


@pytest.mark.parametrize("how", sorted(LEAVINGS))
def test_all_that_runs_ends_as_the_candidates_own_word(desk: Desk, how: str) -> None:
    asked_thrice(desk)
    assert hears(leaves(desk, how))
    assert [r.stage for r in three(desk)] == [Stage.DECLINED, Stage.DECLINED, Stage.REFUSED]
    assert [r.declined_by for r in three(desk)][:2] == [Side.CANDIDATE] * 2
    assert Recommendations(desk.table).waiting(limit=9, after=None) == ([], None)
    assert desk.table.get(keys.part_of_file(ADA, keys.OPEN_PREFIX, JOB)) is None
    row = desk.table.get(keys.register(Kind.ORDERS, "2026-03", JOB))
    assert row is None or f"declined_{REC}" in row


@pytest.mark.parametrize("how", sorted(LEAVINGS))
def test_stopped_anywhere_the_next_delivery_does_the_rest(
    desk: Desk, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_thrice(desk)
    fact = leaves(desk, how)
    commit = Table.commit
    for steps in range(30):
        left = iter(range(steps))

        def dies(table: Any, *writes: Any, left: Any = left) -> None:
            if next(left, None) is None:
                raise Unavailable("gone")
            commit(table, *writes)

        with monkeypatch.context() as stopped:
            stopped.setattr(Table, "commit", dies)
            done = hears(fact)
        if done:
            break
    assert done and steps
    assert {r.stage for r in three(desk)[:2]} == {Stage.DECLINED}
    before = three(desk)
    assert hears(fact) and three(desk) == before


def test_who_came_back_keeps_what_was_asked_since(desk: Desk) -> None:
    desk.recommended()
    fact = leaves(desk, "withdrawn")
    hears(fact)
    key = keys.candidate_file(ADA)
    desk.table.commit(desk.table.change(key, remove=["withdrawn_at"]))
    later = Desk(desk.table, NOON + 2 * HOUR)
    later.asks(rec=SECOND)
    assert hears(fact)
    assert desk.found(SECOND).stage is Stage.ASKED


@pytest.mark.parametrize("stage", [Stage.INTERVIEWING, Stage.OFFERED])
@pytest.mark.parametrize("how", sorted(LEAVINGS))
def test_who_left_is_neither_seen_nor_offered_anything(
    desk: Desk, how: str, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.recommended()
    leaves(desk, how)
    with pytest.raises((StateForbids, CandidateNotFound)):
        desk.moves(stage)
    monkeypatch.setattr(CandidateFile, "check_open", lambda _: None)
    with pytest.raises(StateForbids):  # the commit asks again
        desk.moves(stage)
    assert desk.found().stage is Stage.RECOMMENDED


@pytest.mark.parametrize("heard", [False, True])
@pytest.mark.parametrize("how", sorted(LEAVINGS))
def test_a_hire_that_happened_is_recorded_all_the_same(desk: Desk, how: str, heard: bool) -> None:
    desk.recommended()
    fact = leaves(desk, how)
    if heard:
        assert hears(fact)
    joined = desk.joins()
    assert (joined.stage, desk.found().stage) == (Stage.JOINED, Stage.JOINED)
    assert hears(fact) and desk.found().stage is Stage.JOINED
    desk.leaves(joined.joined_on or NOON.date())
    assert desk.found().stage is Stage.LEFT


def test_who_was_asked_anew_is_hired_by_that_and_by_nothing_older(desk: Desk) -> None:
    desk.recommended()
    desk.moves(Stage.DECLINED, by=Side.CANDIDATE)
    desk.asks(rec=SECOND)
    with pytest.raises(StateForbids):
        desk.joins()


def test_who_left_before_the_company_saw_them_was_hired_by_nobody(desk: Desk) -> None:
    asked_thrice(desk)
    hears(leaves(desk, "withdrawn"))
    with pytest.raises(StateForbids):
        desk.joins(SECOND, job=JOBS[2])


def test_who_withdrew_may_say_no_and_not_yes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_thrice(desk)
    leaves(desk, "withdrawn")
    with pytest.raises(StateForbids):
        desk.answers(True, rec=THIRD)
    desk.answers(False, rec=SECOND, at=NOON + HOUR)
    monkeypatch.setattr(CandidateFile, "check_open", lambda _: None)
    with pytest.raises(StateForbids):
        desk.answers(True, rec=THIRD, at=NOON + HOUR)


def test_of_who_is_being_erased_no_page_opens(desk: Desk) -> None:
    asked_thrice(desk)
    leaves(desk, "erasing")
    token = PEPPER.token("consents", f"{ADA}~{SECOND}")
    with pytest.raises(NotFound):
        consent_flow.read(token, secrecy=PEPPER, stores=desk.page_stores)


def test_what_was_shown_goes_with_the_file(desk: Desk) -> None:
    desk.files(a_file())
    desk.asks()
    desk.answers()
    desk.recommends()
    key = keys.part_of_file(ADA, keys.SHOWN_PREFIX, REC)
    assert (desk.table.get(key) or {})["shown"] == {"name": "Ada", "summary": "よく聴く人です。"}
    assert hears(leaves(desk, "erasing"))
    assert desk.table.get(key) is None
