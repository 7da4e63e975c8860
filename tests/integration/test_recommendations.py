"""Asked, agreed, shown: on the real table."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from functions.answer import consent_flow
from shared.domain.candidate_file import CandidateFile
from shared.domain.cv import Cv, Judged, MediaType
from shared.domain.errors import (
    CandidateNotFound,
    FileMerged,
    InvalidRequest,
    JobOrderNotFound,
    NotFound,
    StateForbids,
)
from shared.domain.ids import CandidateId, CvId, RecommendationId
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.provision import Provision
from shared.domain.recommendation import Item, Recommendation, Side, Stage
from shared.domain.registration import Candidate
from shared.table import keys
from shared.table.commit import Table
from shared.table.cv_parts import CvParts
from shared.table.provisions import Provisions
from shared.table.recommendations import Recommendations
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, JOBS, NOON, PEPPER, TODAY
from tests.support.recommending import ADA, JOB, REC, WEEK, Desk, a_file, an_order
from tests.support.stores import on_table

SECOND = RecommendationId("rec_2")
CV = CvId("cv_01JZ0000000000000000000000")


@pytest.fixture
def desk(table: Table) -> Desk:
    stores = on_table(table)
    let_in(stores)
    let_in(stores, BOLT)
    return Desk(table)


def ready(desk: Desk, order: JobOrder | None = None, file: CandidateFile | None = None) -> None:
    desk.posts(order or an_order())
    desk.files(file or a_file())


def test_a_candidate_is_asked_and_the_question_is_said_aloud(desk: Desk) -> None:
    ready(desk)
    made = desk.asks()
    assert (made.stage, made.referred_by) == (Stage.ASKED, ACME)
    assert desk.found() == made
    assert f"asked:{REC}" in on_table(desk.table).said()


@pytest.mark.parametrize("state", sorted(set(JobOrderState) - {JobOrderState.ACCEPTED}))
def test_nobody_is_asked_about_an_order_that_is_not_open(desk: Desk, state: JobOrderState) -> None:
    ready(desk, an_order(state=state))
    with pytest.raises(StateForbids) as refused:
        desk.asks()
    assert refused.value.state == state


def test_nobody_is_asked_about_an_order_or_a_candidate_there_is_not(desk: Desk) -> None:
    ready(desk)
    with pytest.raises(JobOrderNotFound):
        desk.asks(job=JOBS[9])
    with pytest.raises(JobOrderNotFound):
        desk.asks(company_id=ACME)
    with pytest.raises(CandidateNotFound):
        desk.asks(CandidateId("cnd_01KJP7T0W00000000000000009"))


@pytest.mark.parametrize(
    ("file", "state"),
    [
        (a_file(erased_at=NOON), "erased"),
        (a_file(not_solicited_until=TODAY + timedelta(days=1)), "placed"),
        (a_file(blocked=("あおぞら製作所",)), "blocked"),
        (a_file(blocked=(" (株) あおぞら 製作所",)), "blocked"),
    ],
)
def test_the_law_and_the_candidates_wish_forbid(
    desk: Desk, file: CandidateFile, state: str
) -> None:
    ready(desk, file=file)
    with pytest.raises(StateForbids) as refused:
        desk.asks()
    assert refused.value.state == state


def test_two_years_after_joining_a_candidate_may_be_asked_again(desk: Desk) -> None:
    ready(desk, file=a_file(not_solicited_until=TODAY, blocked=("別の会社", " ")))
    assert desk.asks().stage is Stage.ASKED


def test_back_to_who_let_them_go_only_on_purpose_and_never_as_a_partner(desk: Desk) -> None:
    ready(desk, file=a_file(let_go_by=(BOLT, ACME)))
    with pytest.raises(InvalidRequest) as refused:
        desk.asks()
    assert refused.value.fields == {"back_to_referrer_confirmed": "needed"}
    made = desk.asks(confirmed=True)
    assert (made.returning, made.referred_by) == (True, ACME)


def test_one_candidate_is_asked_once_about_one_job(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    with pytest.raises(StateForbids):
        desk.asks(rec=SECOND)
    desk.answers(False)
    with pytest.raises(StateForbids):
        desk.asks(rec=SECOND)  # no is no, until they say otherwise


def test_who_was_declined_may_be_asked_again(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    desk.moves(Stage.DECLINED, by=Side.CANDIDATE)
    assert desk.found().declined_by is Side.CANDIDATE
    assert desk.asks(rec=SECOND).stage is Stage.ASKED


def test_the_last_word_counts_and_every_word_is_kept(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    for minute, yes in enumerate((True, True, False, True)):
        desk.answers(yes, at=NOON + timedelta(minutes=minute))
    found = desk.found()
    assert (found.stage, found.text_version) == (Stage.CONSENTED, "job-test-1")
    kept, _ = desk.table.page(keys.of_candidate(ADA), "CONSENT#", limit=9, after=None)
    assert [word["answer"] for word in kept] == ["consented", "refused", "consented"]
    assert {word["method"] for word in kept} == {"page"}
    assert set(kept[0]["items"]) == {"name", "occupation", "location", "cv", "summary"}


def test_who_said_yes_waits_in_the_inbox_until_recommended(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    desk.answers()
    [waiting], _ = desk.table.inbox(keys.Inbox.CONSENTED, limit=9, after=None)
    assert waiting["recommendation_id"] == REC
    desk.recommends()
    assert desk.table.inbox(keys.Inbox.CONSENTED, limit=9, after=None) == ([], None)


def test_who_was_asked_waits_in_the_inbox_until_they_answer(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    store = Recommendations(desk.table)
    assert [one.recommendation_id for one in store.unanswered(limit=9, after=None)[0]] == [REC]
    desk.answers(False)
    assert store.unanswered(limit=9, after=None) == ([], None)


def test_who_joined_is_found_by_the_day_until_they_leave(desk: Desk) -> None:
    desk.posts(an_order())
    desk.recommended()
    desk.joins()
    on, store = TODAY + WEEK, Recommendations(desk.table)
    joined = partial(store.joined_between, limit=9, after=None)
    assert [one.joined_on for one in joined(on, on)[0]] == [on]
    assert joined(on + WEEK, on + 2 * WEEK) == ([], None)
    desk.leaves(on + WEEK)
    assert joined(on, on) == ([], None)


@pytest.mark.parametrize("token", ["x", f"{ADA}~{REC}.AAAA", "~.", "."])
def test_a_token_we_did_not_give_opens_nothing(desk: Desk, token: str) -> None:
    ready(desk)
    desk.asks()
    with pytest.raises(NotFound):
        consent_flow.read(token, secrecy=PEPPER, stores=desk.page_stores)


def test_nothing_is_shown_without_a_yes(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    with pytest.raises(StateForbids):
        desk.recommends()
    desk.answers(False)
    with pytest.raises(StateForbids):
        desk.recommends()
    assert provisions(desk) == []


def test_no_more_is_shown_than_was_agreed_to(desk: Desk) -> None:
    ready(desk)
    desk.asks(items=(Item.NAME,))
    desk.answers()
    with pytest.raises(InvalidRequest) as refused:
        desk.recommends(items=(Item.NAME, Item.PHONE))
    assert refused.value.fields == {"items": "malformed"}
    assert desk.recommends(items=(Item.NAME,)).items == (Item.NAME,)


@pytest.mark.parametrize("item", [Item.CV, Item.PHONE, Item.OCCUPATION, Item.LOCATION])
def test_what_the_file_does_not_hold_is_asked_for_and_not_recorded_as_given(
    desk: Desk, item: Item
) -> None:
    bare = Candidate("ada@example.org", "Ada")
    ready(desk, file=a_file(candidate=bare))
    desk.asks(items=(Item.NAME, item))
    desk.answers()
    with pytest.raises(InvalidRequest) as refused:
        desk.recommends(items=(Item.NAME, item))
    assert refused.value.fields == {"items": "malformed"}
    assert str(refused.value).endswith(f": {item}")
    assert provisions(desk) == []
    assert desk.recommends(items=(Item.NAME,)).items == (Item.NAME,)


def test_a_cv_that_is_there_is_handed_over(desk: Desk) -> None:
    ready(desk)
    CvParts(desk.table).note_cv(ADA, Cv(CV, ADA, Judged(MediaType.PDF), NOON), None)
    desk.asks()
    desk.answers()
    desk.recommends(items=(Item.CV,))
    assert [made.items for made in provisions(desk)] == [(Item.CV,)]


def test_what_was_shown_is_on_record_by_month_and_in_the_file(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    desk.answers()
    desk.recommends()
    [made] = provisions(desk)
    assert (made.candidate_name, made.company_name) == ("Ada", "株式会社あおぞら製作所")
    assert (made.items, made.provided_by) == ((Item.NAME, Item.SUMMARY), "key_adviser")
    assert (made.consented_at, made.text_version) == (NOON, "job-test-1")
    kept, _ = desk.table.page(keys.of_candidate(ADA), "PROVISION#", limit=9, after=None)
    assert [part["recommendation_id"] for part in kept] == [REC]
    assert "Ada" not in str(kept)
    assert kept[0][keys.EXPIRES] > (NOON + timedelta(days=3 * 365)).timestamp()
    assert f"recommended:{REC}" in on_table(desk.table).said()


def test_after_it_was_shown_the_answer_stands(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    desk.answers()
    desk.recommends()
    with pytest.raises(StateForbids):
        desk.answers(False)
    with pytest.raises(StateForbids):
        desk.recommends()
    assert len(provisions(desk)) == 1


def test_nobody_is_shown_who_was_placed_or_erased_meanwhile(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    desk.answers()
    gone = {"erased_at": "2026-03-02T12:00:00.000+00:00", "is_there": False}
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put=gone))
    with pytest.raises(StateForbids):
        desk.recommends()
    with pytest.raises(NotFound):
        desk.answers(False)


def test_a_merged_files_question_is_answered_under_its_new_name(desk: Desk) -> None:
    """The commit is refused by the pointer, not by what was read."""
    ready(desk)
    made = desk.asks()
    desk.files(a_file("grace"))
    pointer = {"merged_into": "cnd_01KJP7T0W000000000000GRACE"}
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put=pointer))
    recommendations = Recommendations(desk.table)
    after = replace(made.moved(Stage.CONSENTED), answered_at=NOON, text_version="1")
    with pytest.raises(FileMerged) as refused:
        recommendations.answer(made, after, None)
    assert refused.value.into == "cnd_01KJP7T0W000000000000GRACE"
    there = replace(after, candidate_id=CandidateId("cnd_01KJP7T0W000000000000GRACE"))
    recommendations.answer(made, there, None)
    assert desk.found().candidate_id == "cnd_01KJP7T0W000000000000GRACE"


def test_an_orders_recommendations_are_its_own(desk: Desk) -> None:
    ready(desk)
    desk.posts(an_order(job_order_id=JOBS[10]))
    desk.asks()
    desk.asks(rec=SECOND, job=JOBS[10])
    assert [r.recommendation_id for r in page(desk)] == [REC]


def page(desk: Desk) -> list[Recommendation]:
    found, _ = Recommendations(desk.table).page(BOLT, JOB, limit=50, after=None)
    return [*found]


def provisions(desk: Desk) -> list[Provision]:
    since, until = NOON - timedelta(days=40), NOON + timedelta(days=40)
    return [*Provisions(desk.table).between(since, until)]


def test_records_are_exported_by_their_time(desk: Desk) -> None:
    ready(desk)
    desk.asks()
    desk.answers()
    desk.recommends()
    kept = Provisions(desk.table)
    assert [*kept.between(NOON, NOON)] == []
    assert len([*kept.between(NOON, NOON + timedelta(seconds=1))]) == 1
