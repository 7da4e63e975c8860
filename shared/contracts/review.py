"""Registrations as an adviser looks at them: who, by which link, and why somebody should look."""

from typing import Literal, Self

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer, Body
from shared.domain.registration import Reason, State
from shared.domain.review import Misgiving, Review

Refusing = Literal[
    Reason.SUSPECTED_FRAUD,
    Reason.OUT_OF_SCOPE,
    Reason.ALREADY_REGISTERED,
    Reason.DUPLICATE_SAME_COMPANY,
    Reason.DUPLICATE_OTHER_COMPANY,
]
Reversing = Literal[
    Reason.SUSPECTED_FRAUD,
    Reason.OUT_OF_SCOPE,
    Reason.ALREADY_REGISTERED,
    Reason.DUPLICATE_SAME_COMPANY,
    Reason.DUPLICATE_OTHER_COMPANY,
    Reason.VOIDED_BY_COMPANY,
]


class RefuseRequest(Body):
    reason: Refusing


class ReverseRequest(Body):
    reason: Reversing


class VerdictAnswer(Answer):
    registration_id: str
    verdict: Literal["accepted", "refused", "reversed", "dismissed"]
    state: State = Field(description="What the registration is in by it.")


class Evidence(Answer):
    signal: str
    ja: str
    en: str


class CandidateTyped(Answer):
    email: str
    full_name: str
    phone: str | None
    desired_occupation: str | None
    desired_location: str | None


class ReviewAnswer(Answer):
    registration_id: str
    company_id: str
    link_id: str
    state: State
    reason: Reason | None = Field(description="Why it does not count, or no more.")
    signals: list[Evidence]
    held_for: str | None
    held_until: AwareDatetime | None
    candidate: CandidateTyped
    submitted_at: AwareDatetime
    decided_at: AwareDatetime | None
    reversed_at: AwareDatetime | None
    rule_version: int

    @classmethod
    def of(cls, review: Review, signals: list[Evidence]) -> Self:
        made = review.registration
        typed = made.candidate
        return cls(
            registration_id=made.registration_id,
            company_id=made.company_id,
            link_id=made.link_id,
            state=made.state,
            reason=review.reason,
            signals=signals,
            held_for=review.held_for,
            held_until=review.held_until,
            candidate=CandidateTyped(
                email=typed.email,
                full_name=typed.full_name,
                phone=typed.phone,
                desired_occupation=typed.desired_occupation,
                desired_location=typed.desired_location,
            ),
            submitted_at=made.submitted_at,
            decided_at=review.decided_at,
            reversed_at=review.reversed_at,
            rule_version=made.rule_version,
        )


class ReviewPage(Answer):
    items: list[ReviewAnswer]
    next_cursor: str | None


class MisgivingAnswer(Answer):
    """A counted registration of a window its company voided."""

    registration_id: str
    company_id: str
    window_id: str
    since: AwareDatetime

    @classmethod
    def of(cls, misgiving: Misgiving) -> Self:
        return cls(
            registration_id=misgiving.registration_id,
            company_id=misgiving.company_id,
            window_id=misgiving.window_id,
            since=misgiving.since,
        )


class MisgivingPage(Answer):
    items: list[MisgivingAnswer]
    next_cursor: str | None
