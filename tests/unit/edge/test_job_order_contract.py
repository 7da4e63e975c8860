"""What a job order must say by law, and how a gap or a mistake in it is named."""

from typing import Any

import pytest
from pydantic import BaseModel

from shared.contracts.job_order import (
    JobOrderChange,
    JobOrderRequest,
    OrderRefused,
    ReserveRequest,
)
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest
from shared.domain.job_order import Refusal
from tests.support.conditions import CONDITIONS, FIXED_TERM, ORDER, but


def mistakes(model: type[BaseModel], typed: Any) -> dict[str, str]:
    with pytest.raises(InvalidRequest) as refused:
        parse(model, typed)
    return refused.value.fields


def test_a_whole_order_is_kept_as_it_was_said() -> None:
    said = parse(JobOrderRequest, ORDER)
    assert said.conditions.model_dump(mode="json", exclude_none=True) == CONDITIONS
    assert (said.openings, said.closes_on) == (1, None)


@pytest.mark.parametrize("name", sorted(CONDITIONS))
def test_every_condition_the_law_always_asks_for_is_needed(name: str) -> None:
    path = f"conditions.{name}"
    assert mistakes(JobOrderRequest, but(path, ...)) == {path: "missing"}


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("penalty_clause_acknowledged", False, "needed"),
        ("penalty_clause_acknowledged", ..., "missing"),
        ("penalty_clause_acknowledged", "true", "malformed"),
        ("penalty_clause_acknowledged", 1, "malformed"),
        ("title", " ", "missing"),
        ("title", "あ" * 121, "too_long"),
        ("annual_income_jpy", 0, "malformed"),
        ("annual_income_jpy", "6000000", "malformed"),
        ("annual_income_jpy", 6e6, "malformed"),
        ("openings", 0, "malformed"),
        ("closes_on", "2026-02-30", "malformed"),
        ("closes_on", "tomorrow", "malformed"),
        ("closes_on", 1_800_000_000, "malformed"),
        ("closes_on", "2026-03-02T00:00:00", "malformed"),
        ("salary", 1, "unknown"),
        ("conditions.duties", "x" * 2001, "too_long"),
        ("conditions.duties_change", "\u3000", "missing"),
        ("conditions.workplace_change", "x" * 501, "too_long"),
        ("conditions.dispatch", "false", "malformed"),
        ("conditions.smoking", "outside", "malformed"),
        ("conditions.insurance", ["life"], None),
        ("conditions.insurance", ["health", "health"], "malformed"),
        ("conditions.trial.months", 13, "malformed"),
        ("conditions.trial.months", ..., "missing"),
        ("conditions.hours.break_minutes", -1, "malformed"),
        ("conditions.hours.system", "free", "malformed"),
        ("conditions.wage.to_jpy", 399_999, "malformed"),
        ("conditions.wage.fixed_overtime.excess_paid", False, "needed"),
        ("conditions.wage.fixed_overtime.hours_per_month", ..., "missing"),
        ("conditions.bonus", "x", "unknown"),
    ],
)
def test_a_mistake_is_named_by_field(path: str, value: Any, said: str | None) -> None:
    found = mistakes(JobOrderRequest, but(path, value))
    assert found == {path: said} if said else {f"{path}.0": "malformed"}


@pytest.mark.parametrize(
    ("path", "value", "fields"),
    [
        ("ends_on", "2099-04-01", {"ends_on": "malformed"}),
        ("ends_on", ..., {"ends_on": "missing"}),
        ("renewal", ..., {"renewal": "missing"}),
        ("renewal_criteria", ..., {"renewal_criteria": "missing"}),
        ("renewal_limit", ..., {"renewal_limit": "missing"}),
        ("term", "indefinite", {"ends_on": "malformed", "renewal": "malformed"}),
        ("term", "for ever", {"term": "malformed"}),
    ],
)
def test_a_fixed_term_says_its_end_and_how_it_is_renewed(
    path: str, value: Any, fields: dict[str, str]
) -> None:
    parse(JobOrderRequest, but("conditions.contract", FIXED_TERM))
    found = mistakes(JobOrderRequest, but("conditions.contract", but(path, value, FIXED_TERM)))
    assert found == {f"conditions.contract.{k}": v for k, v in fields.items()}


def test_hours_at_discretion_are_deemed_hours() -> None:
    path = "conditions.hours.deemed_minutes_per_day"
    discretionary = but("conditions.hours.system", "discretionary")
    assert mistakes(JobOrderRequest, discretionary) == {path: "missing"}
    parse(JobOrderRequest, but(path, 480, discretionary))
    assert mistakes(JobOrderRequest, but(path, 480)) == {path: "malformed"}


@pytest.mark.parametrize(
    "typed",
    [{}, {"title": None}, {"state": "closed", "title": "x"}, {"state": "closed", "openings": 2}],
)
def test_a_change_changes_something_or_closes(typed: Any) -> None:
    assert mistakes(JobOrderChange, typed)["state"] == (
        "malformed" if "state" in typed else "missing"
    )


@pytest.mark.parametrize("state", ["posted", "accepted", "filled", ""])
def test_a_company_may_close_and_nothing_else(state: str) -> None:
    assert mistakes(JobOrderChange, {"state": state}) == {"state": "malformed"}


def test_a_last_day_can_be_taken_back() -> None:
    assert parse(JobOrderChange, {"closes_on": None}).model_fields_set == {"closes_on"}


def test_without_a_word_no_difference_is_accepted() -> None:
    assert parse(ReserveRequest, {}).accepted_difference_jpy == 0
    for said in (-1, "700000", True, 1.5):
        assert mistakes(ReserveRequest, {"accepted_difference_jpy": said}) == {
            "accepted_difference_jpy": "malformed"
        }


def test_a_refusal_has_a_lawful_reason_and_is_explained() -> None:
    for reason in Refusal:
        parse(OrderRefused, {"reason": reason, "text": "理由"})
    assert mistakes(OrderRefused, {"reason": "too_busy", "text": ""}) == {
        "reason": "malformed",
        "text": "missing",
    }
