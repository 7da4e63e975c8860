"""A refusal says what is allowed, and never what was sent."""

from typing import Any

import pytest
from pydantic import AwareDatetime, BaseModel

from shared.contracts.candidate_desk import AdviserRequest, CandidateChange
from shared.contracts.job_order import JobOrderChange, JobOrderRequest, OrderRefused
from shared.contracts.link import LinkChange
from shared.contracts.recommendation import AskRequest, OutcomeRequest
from shared.contracts.register_amendments import SeekerAmended
from shared.contracts.wire import Body, parse
from shared.domain.errors import InvalidRequest
from tests.support.conditions import but

SENT = "hanako@example.org"


class Until(Body):
    until: AwareDatetime


def refused(model: type[BaseModel], typed: Any) -> InvalidRequest:
    with pytest.raises(InvalidRequest) as said:
        parse(model, typed)
    return said.value


@pytest.mark.parametrize(
    ("model", "typed", "told"),
    [
        (LinkChange, {"state": SENT}, "state: one of active, closed"),
        (OrderRefused, {"reason": SENT, "text": "x"}, "reason: one of unlawful_content, improper"),
        (AskRequest, {"candidate_id": "c", "items": [SENT]}, "items.0: one of name, email, phone"),
        (OutcomeRequest, {"stage": "joined", "on": SENT}, "on: YYYY-MM-DD"),
        (OutcomeRequest, {"stage": "joined", "annual_income_jpy": 0}, "jpy: at least 1"),
        (JobOrderRequest, but("closes_on", SENT), "closes_on: YYYY-MM-DD"),
        (JobOrderRequest, but("openings", SENT), "openings: a whole number"),
        (JobOrderRequest, but("openings", 101), "openings: at most 100"),
        (JobOrderRequest, but("title", SENT * 9), "title: at most 120 characters"),
        (JobOrderRequest, but("conditions.dispatch", SENT), "dispatch: true or false"),
        (JobOrderRequest, but("conditions.wage.to_jpy", 1), "to_jpy: to_jpy is below from_jpy"),
        (Until, {"until": SENT}, "until: YYYY-MM-DDThh:mm:ss with its offset, or Z"),
        (Until, {"until": "2026-03-02T12:00:00"}, "until: YYYY-MM-DDThh:mm:ss with its offset"),
    ],
)
def test_what_is_allowed_is_said_and_what_was_sent_is_not(
    model: type[BaseModel], typed: Any, told: str
) -> None:
    error = refused(model, typed)
    assert told in str(error)
    assert SENT not in str(error) + str(error.fields)


@pytest.mark.parametrize(
    ("model", "typed", "fields"),
    [
        (LinkChange, {}, dict.fromkeys(("label", "state"), "missing")),
        (AdviserRequest, {}, dict.fromkeys(("name", "member"), "missing")),
        (
            AdviserRequest,
            {"name": "x", "member": "y"},
            dict.fromkeys(("name", "member"), "malformed"),
        ),
        (CandidateChange, {}, dict.fromkeys(CandidateChange.model_fields, "missing")),
        (JobOrderChange, {}, dict.fromkeys(JobOrderChange.model_fields, "missing")),
        (JobOrderChange, {"state": "closed", "title": "x"}, {"state": "malformed"}),
        (SeekerAmended, {}, dict.fromkeys(SeekerAmended.model_fields, "missing")),
    ],
)
def test_a_body_that_says_too_little_is_told_of_which_fields(
    model: type[BaseModel], typed: Any, fields: dict[str, str]
) -> None:
    assert refused(model, typed).fields == fields
