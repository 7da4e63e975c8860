"""What people do, in one call each, at the stores of a relay."""

from datetime import datetime

from functions.grant.flow import grant
from functions.seal.flow import seal
from shared.contracts.events import (
    CompanyApproved,
    CreditGranted,
    MilestoneReached,
    ReferralHeld,
    ReferralNotCounted,
    RegistrationSubmitted,
    RegistrationVerified,
)
from shared.counting import settle
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.once import Reply
from shared.domain.registration import CODE_VALID, Reason, Registration
from tests.support.builders import ACME, NOON, PEPPER, a_company, a_registration
from tests.support.stores import Stores

SAID = Reply(201, "{}")


def person(name: str) -> PersonKey:
    return PEPPER.person(f"{name}@example.org")


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


def granted(number: int, company_id: CompanyId = ACME) -> CreditGranted:
    return CreditGranted(
        event_id=f"granted:{company_id}:{number}",
        occurred_at=NOON,
        company_id=company_id,
        credit_id=f"crd_{number}",
        number=number,
        counted=10 * number,
    )


def let_in(stores: Stores, company_id: CompanyId = ACME) -> None:
    stores.companies.ask(a_company(company_id), "visitor", None, SAID)
    stores.companies.approve(company_id, approved(company_id), NOON)


def take_in(
    stores: Stores, name: str = "ada", company_id: CompanyId = ACME, at: datetime = NOON
) -> Registration:
    registration = a_registration(name, company_id, submitted_at=at, code_until=at + CODE_VALID)
    stores.registrations.submit(registration, person(name), submitted(registration))
    return registration


def count(
    stores: Stores, name: str = "ada", company_id: CompanyId = ACME, at: datetime = NOON
) -> Registration:
    registration = take_in(stores, name, company_id, at)
    settle(registration, person(name), referrals=stores.referrals, now=at)
    return registration


def count_many(stores: Stores, people: int, company_id: CompanyId = ACME) -> list[Registration]:
    return [count(stores, f"person{n}", company_id) for n in range(people)]


def grant_all(stores: Stores, *numbers: int, company_id: CompanyId = ACME) -> None:
    for number in numbers:
        fact = milestone(number, company_id)
        assert grant(fact, f"crd_{number}", ledgers=stores.ledgers, now=NOON)


def seal_all(stores: Stores, company_id: CompanyId = ACME) -> int:
    return seal(company_id, ledgers=stores.ledgers, now=NOON)
