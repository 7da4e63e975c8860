"""a held registration -> what somebody at the agency says of it -> counted, at its time, or not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.counting import Verdict, count_held
from shared.domain.errors import AlreadyDecided, InvalidRequest, StateForbids
from shared.domain.hold import PERSONS, REFUSALS, is_over
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, Registration, State
from shared.domain.rules import FIRST
from shared.ports.programme import Programme
from shared.ports.registering import Referrals, Registrations
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict

_MOVED: Final = "somebody else decided it, or its time came"


@dataclass(frozen=True, slots=True)
class Stating:
    """A store of verdicts whose every act says beforehand what state it commits."""

    written: Callable[[State], Referrals]
    said: list[State] = field(default_factory=list)

    def _to(self, state: State) -> Referrals:
        self.said.append(state)
        return self.written(state)

    @property
    def count(self) -> Callable[..., None]:
        return self._to(State.COUNTED).count

    @property
    def hold(self) -> Callable[..., None]:
        return self._to(State.HELD).hold

    @property
    def wait(self) -> Callable[..., None]:
        return self._to(State.HELD).wait

    @property
    def verify(self) -> Callable[..., None]:
        return self._to(State.VERIFIED).verify

    @property
    def exclude(self) -> Callable[..., None]:
        return self._to(State.NOT_COUNTED).exclude


@retry_on_conflict
def accept(
    registration_id: RegistrationId,
    *,
    registrations: Registrations,
    written: Callable[[State], Referrals],
    secrecy: Secrecy,
    programme: Programme,
    now: datetime,
) -> State:
    """It counts now, or once its hold period is over; the state it is in by now.

    Args:
        written: the store that commits the registration into a state.

    Raises:
        RegistrationNotFound
        StateForbids: it is not held, or waits for its time alone.
    """
    held, referrals = _held(registration_id, registrations), Stating(written)
    if held.held_for not in PERSONS:
        raise StateForbids("it was accepted, and waits for its time", held.state)
    try:
        if is_over(held, now):
            person = secrecy.person(held.candidate.email)
            count_held(held, person, referrals=referrals, programme=programme, now=now)
        else:
            referrals.wait(held, now)
    except AlreadyDecided:
        raise StateForbids(_MOVED, registrations.find(registration_id).state) from None
    return referrals.said[-1]


@retry_on_conflict
def refuse(
    registration_id: RegistrationId,
    reason: Reason,
    *,
    registrations: Registrations,
    referrals: Referrals,
    secrecy: Secrecy,
    now: datetime,
) -> State:
    """It will never count, and its person may count for somebody else.

    Raises:
        RegistrationNotFound
        InvalidRequest: this is no reason to refuse.
        StateForbids: it is not held.
    """
    if reason not in REFUSALS:
        raise InvalidRequest("this is no reason to refuse", {"reason": "malformed"})
    held = _held(registration_id, registrations)
    try:
        person = secrecy.person(held.candidate.email)
        Verdict(held, person, referrals, FIRST.person_held, now).exclude(reason)
    except AlreadyDecided:
        raise StateForbids(_MOVED, registrations.find(registration_id).state) from None
    return State.NOT_COUNTED


def _held(registration_id: RegistrationId, registrations: Registrations) -> Registration:
    found = registrations.find(registration_id)
    if found.state is not State.HELD:
        raise StateForbids("this registration is not held", found.state)
    return found
