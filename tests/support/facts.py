"""Facts as the flows say them, by what they are about."""

from shared.contracts.events import (
    CompanyApproved,
    CreditGranted,
    JobOrderAccepted,
    JobOrderRefused,
    MilestoneReached,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    RegistrationSubmitted,
    RegistrationVerified,
)
from shared.domain.ids import CompanyId
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
