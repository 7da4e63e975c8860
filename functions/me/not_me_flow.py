"""a code nobody asked for -> no mail to its address any more; what asked for it is dropped."""

from contextlib import suppress
from datetime import datetime
from typing import Protocol

from shared.counting import not_counted
from shared.domain import mail_link
from shared.domain.errors import AlreadyDecided, NotFound
from shared.domain.ids import PersonKey, RegistrationId
from shared.domain.registration import Reason, State
from shared.ports.registering import Referrals, Registrations, Unverified
from shared.ports.speaking import Secrecy


class Refused(Protocol):
    def block(self, address: PersonKey, now: datetime) -> bool: ...


class Taken(Registrations, Unverified, Protocol):
    """Registrations, and those that were never verified."""


def subject(token: str, *, secrecy: Secrecy) -> str:
    """Raises NotFound: not a link of ours."""
    return secrecy.told(mail_link.NOT_ME, token)


def refuse(
    token: str,
    *,
    secrecy: Secrecy,
    registrations: Taken,
    referrals: Referrals,
    refused: Refused,
    now: datetime,
) -> bool:
    """False where it was said before, or what it was about is gone: then nobody is blocked.

    Raises:
        NotFound: not a link of ours.
    """
    named = subject(token, secrecy=secrecy)
    with suppress(NotFound):
        found = registrations.find(RegistrationId(named))
        blocked = refused.block(secrecy.person(found.candidate.email), now)
        _drop(found.registration_id, registrations, referrals, now)
        return blocked
    return False


def _drop(
    registration_id: RegistrationId, registrations: Taken, referrals: Referrals, now: datetime
) -> None:
    """Said to be unverified, as one whose code bounced; then its data goes at once."""
    found = registrations.find(registration_id)
    if found.state is not State.SUBMITTED:
        return
    event = not_counted(found, Reason.UNVERIFIED, now)
    with suppress(AlreadyDecided):
        referrals.exclude(found, None, Reason.UNVERIFIED, event, now)
        registrations.forget(registration_id)
