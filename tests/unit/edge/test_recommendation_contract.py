"""What a recommendation's bodies take, and what a company is shown of a candidate."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from shared.contracts.recommendation import AskRequest, Introduced, OutcomeRequest, RecommendRequest
from shared.contracts.relay import CompanyChange
from shared.domain.provision import values
from shared.domain.recommendation import USUAL, Item, Recommendation, Stage
from shared.pages.provisions import HEAD, provision_sheet
from tests.support.builders import ACME, BOLT, NOON
from tests.support.recommending import ADA, JOB, REC, a_file, a_provision

SHOWN = Recommendation(
    REC, ADA, BOLT, JOB, Stage.RECOMMENDED, NOON, ACME, items=(Item.NAME,), recommended_at=NOON
)


def test_contact_is_not_asked_for_unless_it_is_said() -> None:
    assert AskRequest.model_validate({"candidate_id": "cnd_1"}).items == [*USUAL]
    assert not {Item.EMAIL, Item.PHONE} & {*USUAL}


@pytest.mark.parametrize(
    "body",
    [
        {"candidate_id": ""},
        {"candidate_id": "cnd_1", "items": []},
        {"candidate_id": "cnd_1", "items": ["age"]},
        {"candidate_id": "cnd_1", "note": "x" * 1001},
        {"candidate_id": "cnd_1", "birthplace": "東京"},
    ],
)
def test_what_is_no_question_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        AskRequest.model_validate(body)


@pytest.mark.parametrize("body", [{}, {"items": []}, {"items": ["name"], "summary": ""}])
def test_what_shows_nothing_is_no_recommendation(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RecommendRequest.model_validate(body)


@pytest.mark.parametrize(
    "body",
    [
        {"stage": "consented"},
        {"stage": "joined", "annual_income_jpy": 0},
        {"stage": "left", "by": 1},
    ],
)
def test_an_outcome_is_nobody_elses_word(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        OutcomeRequest.model_validate(body)


@pytest.mark.parametrize("body", [{}, {"shows_partners": "yes"}, {"shows_partners": 1}])
def test_to_be_named_takes_a_plain_yes_or_no(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CompanyChange.model_validate(body)


def test_a_company_is_shown_the_items_and_no_more() -> None:
    said = Introduced.of(SHOWN, values(a_file(), SHOWN.items, "よく聴く人です。")).model_dump(
        mode="json"
    )
    told = {name for name, value in said.items() if value is not None}
    assert told == {"recommendation_id", "stage", "recommended_on", "items", "name"}
    assert (said["name"], said["recommended_on"]) == ("Ada", "2026-03-02T00:00:00Z")
    assert ACME not in str(said) and ADA not in str(said)


def test_of_whose_values_are_gone_nothing_is_shown() -> None:
    said = Introduced.of(replace(SHOWN, items=tuple(Item)), {})
    assert (said.name, said.email, said.phone, said.summary) == (None, None, None, None)


def test_a_days_end_in_tokyo_is_the_day_that_is_shown() -> None:
    late = replace(SHOWN, recommended_at=datetime(2026, 3, 2, 20, tzinfo=UTC))
    assert Introduced.of(late, {}).recommended_on.date() == date(2026, 3, 3)


def test_the_export_opens_in_excel_and_runs_nothing() -> None:
    sheet = provision_sheet([a_provision(candidate_name="=1+1")])
    head, row, end = sheet.split("\r\n")
    assert head == "\ufeff" + ",".join(HEAD)
    assert row.startswith("2026-03-02 21:00,'=1+1,")
    assert ",氏名、アドバイザーの推薦文," in row and end == ""
