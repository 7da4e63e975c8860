"""submit: open the doorway -> take the person in. verify: try the code -> settle the referral."""

import hmac
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from shared.contracts.events import RegistrationSubmitted, RegistrationVerified
from shared.counting import settle
from shared.domain.consent import Consents
from shared.domain.errors import (
    AlreadyDecided,
    CodeInvalid,
    Conflict,
    LicenceLapsed,
    LinkMoved,
    PersonTaken,
)
from shared.domain.ids import PersonKey, RegistrationId, Slug
from shared.domain.link import Doorway
from shared.domain.locale import Locale
from shared.domain.registration import CODE_VALID, Candidate, Registration
from shared.domain.screening import Passing, passing, signals
from shared.ports.programme import Programme
from shared.ports.registering import Arrivals, Referrals, Registrations
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict


@dataclass(frozen=True, slots=True)
class Form:
    candidate: Candidate
    consents: Consents
    locale: Locale
    is_paid: bool = False
    """An advertisement led to it."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Whoever hands in a form, as keyed hashes."""

    person: PersonKey
    visitor: str
    phone: str | None


@retry_on_conflict
def submit(
    registration_id: RegistrationId,
    slug: Slug,
    form: Form,
    sender: Sender,
    *,
    arrivals: Arrivals,
    registrations: Registrations,
    programme: Programme,
    is_disposable: Callable[[str], bool],
    licensed: bool,
    now: datetime,
) -> Registration:
    """Take somebody in and have a code sent. Known or new, the same happens.

    Raises:
        LinkNotFound, LicenceLapsed, TooManyRequests
    """
    doorway, sighting = arrivals.meet(
        slug, person=sender.person, visitor=sender.visitor, phone=sender.phone
    )
    if not licensed:
        raise LicenceLapsed("registration is closed for now")
    rules = programme.at(now)
    found = signals(
        form.candidate.email,
        contact_email=doorway.contact_email,
        is_disposable=is_disposable,
        sighting=sighting,
        is_paid=form.is_paid,
        rules=rules,
        now=now,
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
        rule_version=rules.version,
        exclusion=doorway.exclusion(now),
        signals=found,
    )
    passed = passing(sender.visitor, slug, sighting, rules, now)
    event = _code_due(registration, now)
    return _taken_in(registration, doorway, sender.person, event, passed, registrations, now)


def _taken_in(
    registration: Registration,
    doorway: Doorway,
    person: PersonKey,
    event: RegistrationSubmitted,
    passed: Passing,
    registrations: Registrations,
    now: datetime,
) -> Registration:
    """A candidate's own doorway is believed unread; a refusal brings its link as it is."""

    def submit(judged: Registration, told: Doorway) -> Registration:
        may_count = told.is_candidates and judged.exclusion is None
        registrations.submit(judged, person, event, passed, told if may_count else None)
        return judged

    try:
        return submit(registration, doorway)
    except LinkMoved as moved:
        told = doorway.under(moved.link)
        return submit(replace(registration, exclusion=told.exclusion(now)), told)


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
    programme: Programme,
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
        person = secrecy.person(registration.candidate.email)
        _settle(registration, person, referrals, programme, now)


def _settle(
    registration: Registration,
    person: PersonKey,
    referrals: Referrals,
    programme: Programme,
    now: datetime,
) -> None:
    """The same code, typed twice at once, is settled by one of the two."""
    with suppress(AlreadyDecided):
        try:
            settle(registration, person, referrals=referrals, programme=programme, now=now)
        except Conflict:
            _queue(registration, person, referrals, programme, now)


@retry_on_conflict
def _queue(
    registration: Registration,
    person: PersonKey,
    referrals: Referrals,
    programme: Programme,
    now: datetime,
) -> None:
    """Many count for this company just now: the person is done, the count comes in its turn."""
    verified = RegistrationVerified(
        event_id=f"verified:{registration.registration_id}",
        occurred_at=now,
        company_id=registration.company_id,
        registration_id=registration.registration_id,
    )
    try:
        held = programme.version(registration.rule_version).person_held
        referrals.verify(registration, person, verified, now, held)
    except PersonTaken:
        settle(registration, person, referrals=referrals, programme=programme, now=now)


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
