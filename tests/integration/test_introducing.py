"""Which fact of a recommendation means which mail, and to whom."""

import pytest

from functions.notify.introducing import Introducing
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.builders import AGENCY, BOLT, PEPPER
from tests.support.facts import approved, asked, recommended
from tests.support.recommending import ADA, JOB, REC, Desk, a_file, an_order
from tests.support.stores import on_table

QUESTION = asked(BOLT, JOB, REC, ADA)


@pytest.fixture
def desk(table: Table) -> Desk:
    let_in(on_table(table), BOLT)
    desk = Desk(table)
    desk.posts(an_order())
    desk.files(a_file())
    desk.asks()
    return desk


def letters(desk: Desk) -> Introducing:
    stores = desk.stores
    return Introducing(
        AGENCY, stores.companies, stores.files, stores.orders, stores.recommendations, PEPPER
    )


def test_a_question_goes_to_the_candidate_with_a_link_of_their_own(desk: Desk) -> None:
    due = letters(desk).due(QUESTION)
    assert due is not None
    assert (due.to, due.fact) == ("ada@example.org", f"asked:{REC}")
    letter = due.letter()
    token = PEPPER.token("consents", f"{ADA}~{REC}")
    assert f"https://relay.example/consents/{token}?lang=ja" in letter.text
    assert "開発エンジニア" in letter.text and "氏名、" in letter.text
    assert "ada" not in str(due.tags).lower()


@pytest.mark.parametrize("yes", [True, False])
def test_what_was_answered_is_not_asked_again(desk: Desk, yes: bool) -> None:
    desk.answers(yes)
    assert letters(desk).due(QUESTION) is None


@pytest.mark.parametrize("left", ["withdrawn_at", "erasing_since", "erased_at"])
def test_nobody_writes_to_who_left(desk: Desk, left: str) -> None:
    gone = {left: "2026-03-02T12:00:00.000+00:00"}
    desk.table.commit(desk.table.change(keys.candidate_file(ADA), put=gone))
    assert letters(desk).due(QUESTION) is None


def test_the_company_hears_that_somebody_is_recommended_and_not_who(desk: Desk) -> None:
    desk.answers()
    desk.recommends()
    due = letters(desk).due(recommended(BOLT, JOB, REC, CandidateId(ADA)))
    assert due is not None and due.to == "saiyo@aozora.example"
    letter = due.letter()
    for said in (letter.text, letter.html, letter.subject):
        assert "Ada" not in said and ADA not in said and "example.org" not in said


def test_other_facts_mean_no_mail(desk: Desk) -> None:
    assert letters(desk).due(approved()) is None
