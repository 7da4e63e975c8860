"""enrol: the device says its first code -> it is the second factor. prove: a code of it, once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.domain.errors import CodeInvalid
from shared.domain.ids import PersonKey
from shared.domain.second_factor import MAX_TRIES, PURPOSE, SecondFactor
from shared.domain.session import Session
from shared.ports.sealing import Sealed
from shared.ports.signing_in import SecondFactors, Sessions, SignInSecrecy
from shared.retry import retry_on_conflict

DIGITS: Final = 6
type StepOf = Callable[[str, str, datetime], int | None]
"""The half minute whose code this is, for a secret; None for another code."""


def enrol(
    session: Session,
    sealed_secret: str,
    typed: str,
    recovery: Sequence[str],
    *,
    factors: SecondFactors,
    sessions: Sessions,
    sealed: Sealed,
    secrecy: SignInSecrecy,
    step_of: StepOf,
    now: datetime,
) -> None:
    """
    Raises:
        CodeInvalid, NotSealed
        AlreadyDone: there is a second factor.
    """
    secret = sealed.unseal(sealed_secret, PURPOSE, session.person)
    step = step_of(secret, typed, now)
    if step is None:
        raise CodeInvalid(MAX_TRIES)
    kept = tuple(secrecy.recovery_code(session.person, plain_of(code)) for code in recovery)
    factor = SecondFactor(session.person, sealed_secret, now, step, kept)
    sessions.proved(session, factors.added(factor))


def prove(
    session: Session,
    typed: str,
    *,
    factors: SecondFactors,
    sessions: Sessions,
    sealed: Sealed,
    secrecy: SignInSecrecy,
    step_of: StepOf,
    now: datetime,
) -> int:
    """How many recovery codes are left. The try is taken before the code is looked at.

    Raises:
        NotFound: no second factor yet.
        CodeInvalid, TooManyRequests
    """
    tried = _try(session.person, factors, now)
    if len(typed) == DIGITS:
        secret = sealed.unseal(tried.sealed, PURPOSE, session.person)
        passed = tried.by_device(step_of(secret, typed, now))
    else:
        passed = tried.by_recovery(secrecy.recovery_code(session.person, plain_of(typed)))
    sessions.proved(session, factors.changed(tried, passed))
    return len(passed.recovery)


@retry_on_conflict
def _try(person: PersonKey, factors: SecondFactors, now: datetime) -> SecondFactor:
    before = factors.find(person)
    after = before.trying(now)
    factors.change(before, after)
    return replace(after, version=before.version + 1)


def plain_of(code: str) -> str:
    """A recovery code as it is compared, however it was typed.

    >>> plain_of(" ABCDE-fghjk")
    'abcdefghjk'
    """
    return "".join(c for c in code.lower() if c.isalnum())
