"""Somebody registers: the form, the typed code, another code; with one word changed."""

from datetime import datetime
from typing import Any

from functions.register import flow
from shared.domain.consent import Consents
from shared.domain.ids import RegistrationId, Slug
from shared.domain.registration import Candidate, Registration
from shared.ports.programme import Programme
from tests.support.builders import NOON, PEPPER, PROGRAMME
from tests.support.stores import Stores

THROWN_AWAY = "mailinator.example"


def submit(
    stores: Stores,
    email: str = "ada@example.org",
    *,
    name: str = "reg_ada",
    slug: str = "acme-link",
    visitor: str = "",
    phone: str | None = None,
    is_paid: bool = False,
    licensed: bool = True,
    programme: Programme = PROGRAMME,
    now: datetime = NOON,
) -> Registration:
    """From a place of one's own, unless `visitor` says whose."""
    consents = Consents("test-1", "form", news=True)
    form = flow.Form(Candidate(email, "Ada", phone), consents, "en", is_paid)
    number = PEPPER.phone(phone) if phone else None
    return flow.submit(
        RegistrationId(name),
        Slug(slug),
        form,
        flow.Sender(PEPPER.person(email), visitor or name, number),
        arrivals=stores.arrivals,
        registrations=stores.registrations,
        programme=programme,
        is_disposable=lambda domain: domain == THROWN_AWAY,
        licensed=licensed,
        now=now,
    )


def verify(
    stores: Stores,
    made: Registration,
    *,
    code: str | None = None,
    issue: int = 1,
    programme: Programme = PROGRAMME,
    now: Any = NOON,
) -> None:
    """The code of `issue`, unless another one is typed."""
    flow.verify(
        made.registration_id,
        code or PEPPER.code(made.registration_id, issue),
        registrations=stores.registrations,
        referrals=stores.referrals,
        secrecy=PEPPER,
        programme=programme,
        now=now,
    )


def resend(stores: Stores, made: Registration, now: datetime = NOON) -> None:
    flow.resend(made.registration_id, registrations=stores.registrations, secrecy=PEPPER, now=now)


def wrong(made: Registration) -> str:
    """Six digits that are not the code of any issue."""
    codes = {PEPPER.code(made.registration_id, issue) for issue in (1, 2, 3)}
    return next(code for code in ("000000", "000001", "000002", "000003") if code not in codes)


def found(stores: Stores, made: Registration) -> Registration:
    return stores.registrations.find(made.registration_id)
