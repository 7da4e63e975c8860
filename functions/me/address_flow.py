"""another address is typed -> a code goes there -> typed back, all leads there and not here."""

import hmac
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.contracts.events import AddressAsked, AddressMoved
from shared.domain.address_change import AddressChange
from shared.domain.errors import AlreadyDone, CodeExpired, CodeInvalid, InvalidRequest
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.locale import Locale
from shared.domain.registration import CODE_VALID
from shared.ports.candidates import AddressChanges, CandidateFiles
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict

SAME: Final = "same"


@retry_on_conflict
def ask(
    candidate_id: CandidateId,
    change_id: str,
    email: str,
    locale: Locale,
    *,
    files: CandidateFiles,
    changes: AddressChanges,
    secrecy: Secrecy,
    now: datetime,
) -> AddressChange:
    """Whether somebody has this address is not said before its code was typed.

    Raises:
        CandidateNotFound, TooManyRequests
        InvalidRequest: it is the one they have.
    """
    file = files.find(candidate_id)
    file.check_there()
    under, old = file.candidate_id, file.candidate.email
    if email == old:
        raise InvalidRequest("this is the address so far", {"email": SAME})
    whose, until = (secrecy.person(old), secrecy.person(email)), now + CODE_VALID
    new = AddressChange(change_id, under, old, email, *whose, locale, until)
    event = AddressAsked(
        event_id=f"address:{under}:{change_id}",
        occurred_at=now,
        candidate_id=under,
        change_id=change_id,
    )
    with suppress(AlreadyDone):  # the same form, sent twice
        changes.ask(new, event, now)
    return new


def verify(
    candidate_id: CandidateId,
    change_id: str,
    typed: str,
    *,
    files: CandidateFiles,
    changes: AddressChanges,
    secrecy: Secrecy,
    now: datetime,
) -> AddressChange:
    """Raises, beside what is asked of the change:
    NotFound, CandidateNotFound, Conflict
    CodeInvalid, CodeExpired
    StateForbids: the new address has a file of its own; the adviser puts the two together.
    """
    under = files.find(candidate_id).candidate_id
    change, tried = changes.try_code(under, change_id, now)
    if not tried or change.done_at:
        raise CodeExpired("this code is no longer good; ask for a new one")
    due = secrecy.address_code(change.candidate_id, change_id, change.person)
    if not hmac.compare_digest(due.encode(), typed.encode()):
        raise CodeInvalid(change.tries_left)
    _move(change, files, changes, now)
    return change


@retry_on_conflict
def _move(
    change: AddressChange, files: CandidateFiles, changes: AddressChanges, now: datetime
) -> None:
    before = files.find(change.candidate_id)
    before.check_there()
    after = replace(
        before,
        person=change.person if before.person == change.left else before.person,
        candidate=replace(before.candidate, email=change.new),
        persons=tuple(sorted({*before.persons, change.person} - _left(change))),
        typed_at={**before.typed_at, "email": now},
    )
    event = AddressMoved(
        event_id=f"address_moved:{change.candidate_id}:{change.change_id}",
        occurred_at=now,
        candidate_id=before.candidate_id,
        change_id=change.change_id,
    )
    changes.move(change, before, after, event, now)


def _left(change: AddressChange) -> set[PersonKey]:
    return {change.left} - {change.person}
