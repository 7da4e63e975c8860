"""an address that takes no mail -> never written to again; a code that bounced frees its person."""

from datetime import datetime

from shared.contracts.events import MailBounced
from shared.counting import not_counted
from shared.domain.errors import AlreadyDecided, AlreadyDone, RegistrationNotFound
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, State
from shared.ports.registering import Referrals, Registrations
from shared.ports.speaking import Mails, Secrecy


def suppress(
    address: str, bounced: MailBounced, *, mails: Mails, secrecy: Secrecy, now: datetime
) -> bool:
    """True if the address was not suppressed before."""
    try:
        mails.suppress(secrecy.person(address), bounced, now)
    except AlreadyDone:
        return False
    return True


def free(
    registration_id: RegistrationId,
    *,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    now: datetime,
) -> None:
    """A registration whose code never arrived will not be verified: say so, claim nobody."""
    try:
        found = registrations.find(registration_id)
    except RegistrationNotFound:
        return
    if found.state is not State.SUBMITTED:
        return
    unverified = not_counted(found, Reason.UNVERIFIED, now)
    try:
        person = secrecy.person(found.candidate.email)
        referrals.exclude(found, person, Reason.UNVERIFIED, unverified, now)
    except AlreadyDecided:
        return
