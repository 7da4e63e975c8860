"""Facts as the flows say them, by what they are about."""

from typing import Any, Literal

from shared.contracts.events import (
    CandidateJoined,
    CandidateRecommended,
    CompanyApproved,
    CompanyResumed,
    CompanySuspended,
    ConsentAsked,
    CreditAdjusted,
    CreditConsumed,
    CreditGranted,
    CreditRestored,
    CreditVoided,
    JobOrderAccepted,
    JobOrderRefused,
    MilestoneReached,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    RegistrationSubmitted,
    RegistrationVerified,
)
from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.job_order import JobOrder
from shared.domain.registration import Reason, Registration
from tests.support.builders import ACME, NOON


def approved(company_id: CompanyId = ACME) -> CompanyApproved:
    return CompanyApproved(
        event_id=f"approved:{company_id}", occurred_at=NOON, company_id=company_id
    )


def submitted(registration: Registration, issue: int = 1) -> RegistrationSubmitted:
    return RegistrationSubmitted(
        event_id=f"submitted:{registration.registration_id}:{issue}",
        occurred_at=NOON,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        issue=issue,
    )


def verified(registration: Registration) -> RegistrationVerified:
    return RegistrationVerified(
        event_id=f"verified:{registration.registration_id}",
        occurred_at=NOON,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
    )


def held(registration: Registration) -> ReferralHeld:
    return ReferralHeld(
        event_id=f"held:{registration.registration_id}",
        occurred_at=NOON,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        signals=(),
    )


def not_counted(registration: Registration, reason: Reason) -> ReferralNotCounted:
    return ReferralNotCounted(
        event_id=f"not_counted:{registration.registration_id}",
        occurred_at=NOON,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        reason=reason,
    )


def milestone(number: int, company_id: CompanyId = ACME) -> MilestoneReached:
    return MilestoneReached(
        event_id=f"milestone:{company_id}:{number}",
        occurred_at=NOON,
        company_id=company_id,
        number=number,
    )


def job_accepted(order: JobOrder) -> JobOrderAccepted:
    return JobOrderAccepted(
        event_id=f"job_accepted:{order.job_order_id}",
        occurred_at=NOON,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
    )


def job_refused(order: JobOrder) -> JobOrderRefused:
    return JobOrderRefused(
        event_id=f"job_refused:{order.job_order_id}",
        occurred_at=NOON,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
        reason=str(order.refusal),
    )


def granted(number: int, company_id: CompanyId = ACME) -> CreditGranted:
    return CreditGranted(
        event_id=f"granted:{company_id}:{number}",
        occurred_at=NOON,
        company_id=company_id,
        credit_id=f"crd_{number}",
        number=number,
        counted=10 * number,
    )


def counted(registration: Registration) -> ReferralCounted:
    return ReferralCounted(
        event_id=f"counted:{registration.registration_id}",
        occurred_at=NOON,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
    )


def suspended(company_id: CompanyId = ACME) -> CompanySuspended:
    name = f"suspended:{company_id}:1"
    return CompanySuspended(event_id=name, occurred_at=NOON, company_id=company_id)


def resumed(company_id: CompanyId = ACME) -> CompanyResumed:
    name = f"resumed:{company_id}:1"
    return CompanyResumed(event_id=name, occurred_at=NOON, company_id=company_id)


def voided(number: int, company_id: CompanyId = ACME) -> CreditVoided:
    name = f"voided:{company_id}:{number}"
    return CreditVoided(event_id=name, occurred_at=NOON, company_id=company_id, number=number)


def restored(number: int, company_id: CompanyId = ACME) -> CreditRestored:
    return CreditRestored(
        event_id=f"restored:{company_id}:{number}",
        occurred_at=NOON,
        company_id=company_id,
        credit_id=f"crd_{number}",
        number=number,
    )


def adjusted(number: int, amount: Literal[1, -1], company_id: CompanyId = ACME) -> CreditAdjusted:
    return CreditAdjusted(
        event_id=f"adjusted:adj_{number}",
        occurred_at=NOON,
        company_id=company_id,
        credit_id=f"crd_{number}",
        number=number,
        amount=amount,
    )


def consumed(
    number: int,
    job: JobOrderId,
    rec: RecommendationId | None = None,
    company_id: CompanyId = ACME,
) -> CreditConsumed:
    return CreditConsumed(
        event_id=f"consumed:{company_id}:{number}:1",
        occurred_at=NOON,
        company_id=company_id,
        credit_id=f"crd_{number}",
        number=number,
        job_order_id=job,
        recommendation_id=rec,
    )


def _of_recommendation(
    company_id: CompanyId,
    job_order_id: JobOrderId,
    recommendation_id: RecommendationId,
    candidate_id: CandidateId,
) -> dict[str, Any]:
    return {
        "occurred_at": NOON,
        "company_id": company_id,
        "job_order_id": job_order_id,
        "recommendation_id": recommendation_id,
        "candidate_id": candidate_id,
    }


def asked(
    company_id: CompanyId, job: JobOrderId, rec: RecommendationId, candidate: CandidateId
) -> ConsentAsked:
    ids = _of_recommendation(company_id, job, rec, candidate)
    return ConsentAsked(event_id=f"asked:{rec}", **ids)


def recommended(
    company_id: CompanyId, job: JobOrderId, rec: RecommendationId, candidate: CandidateId
) -> CandidateRecommended:
    ids = _of_recommendation(company_id, job, rec, candidate)
    return CandidateRecommended(event_id=f"recommended:{rec}", **ids)


def joined(
    company_id: CompanyId, job: JobOrderId, rec: RecommendationId, candidate: CandidateId
) -> CandidateJoined:
    ids = _of_recommendation(company_id, job, rec, candidate)
    return CandidateJoined(event_id=f"joined:{rec}", **ids)
