"""A person's verdict on a held registration: it counts, or it does not."""

from dataclasses import replace
from datetime import datetime

from shared.contracts.events import ReferralNotCounted
from shared.counting import settle
from shared.domain.errors import StateForbids
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, Registration, State
from shared.ports import Programme, Referrals, Registrations, Secrecy
from shared.retry import retry_on_conflict


def accept(
    registration_id: RegistrationId,
    *,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    programme: Programme,
    now: datetime,
) -> None:
    """Raises RegistrationNotFound, StateForbids, AlreadyDecided, Conflict."""
    held = _held(registrations.find(registration_id))
    person = secrecy.person(held.candidate.email)
    settle(replace(held, signals=()), person, referrals=referrals, now=now)


@retry_on_conflict
def refuse(
    registration_id: RegistrationId,
    reason: Reason,
    *,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    now: datetime,
) -> None:
    """Raises RegistrationNotFound, StateForbids, AlreadyDecided, Conflict."""
    held = _held(registrations.find(registration_id))
    fact = ReferralNotCounted(
        event_id=f"not_counted:{registration_id}",
        occurred_at=now,
        company_id=held.company_id,
        registration_id=registration_id,
        reason=reason,
    )
    referrals.exclude(held, secrecy.person(held.candidate.email), reason, fact, now)


def _held(registration: Registration) -> Registration:
    if registration.state is not State.HELD:
        raise StateForbids(f"this registration is {registration.state}", registration.state)
    return registration
