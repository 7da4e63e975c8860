"""What people do, in one call each, at the stores of a relay."""

from datetime import datetime

from functions.grant.flow import grant
from functions.seal.flow import seal
from shared.counting import settle
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.once import Reply
from shared.domain.registration import CODE_VALID, Registration
from tests.support.builders import (
    ACME,
    NOON,
    PEPPER,
    PROGRAMME,
    a_company,
    a_registration,
)
from tests.support.facts import approved, milestone, submitted
from tests.support.stores import Stores

SAID = Reply(201, "{}")


def person(name: str) -> PersonKey:
    return PEPPER.person(f"{name}@example.org")


def let_in(stores: Stores, company_id: CompanyId = ACME) -> None:
    stores.companies.ask(a_company(company_id), f"visitor of {company_id}", None, SAID)
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
    settle(registration, person(name), referrals=stores.referrals, programme=PROGRAMME, now=at)
    return registration


def count_many(stores: Stores, people: int, company_id: CompanyId = ACME) -> list[Registration]:
    return [count(stores, f"person{n}", company_id) for n in range(people)]


def grant_all(stores: Stores, *numbers: int, company_id: CompanyId = ACME) -> None:
    for number in numbers:
        fact = milestone(number, company_id)
        assert grant(fact, f"crd_{number}", ledgers=stores.ledgers, programme=PROGRAMME, now=NOON)


def seal_all(stores: Stores, company_id: CompanyId = ACME) -> int:
    return seal(company_id, ledgers=stores.ledgers, programme=PROGRAMME, now=NOON)
