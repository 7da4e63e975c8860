"""submit: open the doorway -> take the person in. verify: try the code -> settle the referral."""

import hmac
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from shared.contracts.events import RegistrationSubmitted, RegistrationVerified
from shared.counting import settle
from shared.domain.consent import Consents
from shared.domain.errors import (
    AlreadyDecided,
    CodeInvalid,
    Conflict,
    LicenceLapsed,
    PersonTaken,
)
from shared.domain.ids import PersonKey, RegistrationId, Slug
from shared.domain.link import Doorway
from shared.domain.locale import Locale
from shared.domain.registration import CODE_VALID, Candidate, Reason, Registration
from shared.domain.rules import FIRST
from shared.domain.screening import signals
from shared.ports import Doorways, Referrals, Registrations, Secrecy
from shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class Form:
    candidate: Candidate
    consents: Consents
    locale: Locale


@retry_on_conflict
def submit(
    registration_id: RegistrationId,
    slug: Slug,
    form: Form,
    *,
    doorways: Doorways,
    registrations: Registrations,
    secrecy: Secrecy,
    is_disposable: Callable[[str], bool],
    licensed: bool,
    now: datetime,
) -> Registration:
    """Take somebody in and have a code sent. Known or new, the same happens.

    Raises:
        LinkNotFound, LicenceLapsed, TooManyRequests
    """
    doorway = doorways.open(slug)
    if not licensed:
        raise LicenceLapsed("registration is closed for now")
    found = signals(
        form.candidate.email, contact_email=doorway.contact_email, is_disposable=is_disposable
    )
    registration = Registration(
        registration_id=registration_id,
        company_id=doorway.company_id,
        link_id=doorway.link_id,
        candidate=form.candidate,
        consents=form.consents,
        locale=form.locale,
        submitted_at=now,
        code_until=now + CODE_VALID,
        rule_version=FIRST.version,
        exclusion=_excluded(doorway, now),
        signals=found,
    )
    person = secrecy.person(form.candidate.email)
    registrations.submit(registration, person, _code_due(registration, now))
    return registration


def _excluded(doorway: Doorway, now: datetime) -> Reason | None:
    """A registration is judged by the link as it was when made."""
    return None if doorway.counts(now) else Reason.LINK_CLOSED


def _code_due(registration: Registration, now: datetime) -> RegistrationSubmitted:
    return RegistrationSubmitted(
        event_id=f"submitted:{registration.registration_id}:{registration.issue}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
        issue=registration.issue,
    )


def verify(
    registration_id: RegistrationId,
    typed: str,
    *,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    now: datetime,
) -> None:
    """The typed code settles the registration, once; typed again it changes nothing.

    Raises:
        RegistrationNotFound
        CodeInvalid: with the tries left.
        CodeExpired: its time or its tries are over.
    """
    registration, tried = retry_on_conflict(registrations.try_code)(registration_id, now)
    if not tried:
        registration.check_code_alive(now)
    if not hmac.compare_digest(secrecy.code(registration_id, registration.issue), typed):
        raise CodeInvalid(registration.tries_left)
    if tried:
        _settle(registration, secrecy.person(registration.candidate.email), referrals, now)


def _settle(
    registration: Registration, person: PersonKey, referrals: Referrals, now: datetime
) -> None:
    """The same code, typed twice at once, is settled by one of the two."""
    with suppress(AlreadyDecided):
        try:
            settle(registration, person, referrals=referrals, now=now)
        except Conflict:
            _queue(registration, person, referrals, now)


@retry_on_conflict
def _queue(
    registration: Registration, person: PersonKey, referrals: Referrals, now: datetime
) -> None:
    """Many count for this company just now: the person is done, the count comes in its turn."""
    verified = RegistrationVerified(
        event_id=f"verified:{registration.registration_id}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
    )
    try:
        referrals.verify(registration, person, verified, now)
    except PersonTaken:
        settle(registration, person, referrals=referrals, now=now)


@retry_on_conflict
def resend(
    registration_id: RegistrationId,
    *,
    registrations: Registrations,
    secrecy: Secrecy,
    now: datetime,
) -> None:
    """Have another code sent; the one before stops working.

    Raises:
        RegistrationNotFound, CodeExpired, ResendLimit, TooManyRequests
    """
    before = registrations.find(registration_id)
    after = before.reissued(now)
    person = secrecy.person(before.candidate.email)
    with suppress(AlreadyDecided):  # pressed twice at once: the other one's code is on its way
        registrations.reissue(before, after, person, _code_due(after, now), now)
