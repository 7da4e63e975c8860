"""a verified registration, in its company's turn -> its verdict."""

from datetime import datetime

from shared.contracts.events import RegistrationVerified
from shared.counting import settle
from shared.domain.errors import AlreadyDecided
from shared.domain.ids import RegistrationId
from shared.ports.programme import Programme
from shared.ports.registering import Referrals, Registrations
from shared.ports.speaking import Secrecy


def count(
    verified: RegistrationVerified,
    *,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    programme: Programme,
    now: datetime,
) -> bool:
    """True if this call gave the verdict, False if one before did.

    Raises:
        Conflict: the queue offers it again.
    """
    registration = registrations.find(RegistrationId(verified.registration_id))
    person = secrecy.person(registration.candidate.email)
    try:
        settle(registration, person, referrals=referrals, programme=programme, now=now)
    except AlreadyDecided:
        return False
    return True
