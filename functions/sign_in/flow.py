"""ask: a code goes to an address, if it is somebody's. enter: the right code opens a session."""

import hmac
from datetime import datetime

from shared.contracts.events import SignInAsked
from shared.domain.errors import AlreadyDone, CodeExpired, CodeInvalid
from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.registration import CODE_VALID
from shared.domain.session import Session, opened
from shared.domain.sign_in import SignIn, is_ours
from shared.ports.signing_in import Seats, Sessions, SignIns, SignInSecrecy
from shared.retry import retry_on_conflict


@retry_on_conflict
def ask(
    sign_in_id: str,
    email: str,
    person: PersonKey,
    *,
    visitor: str,
    back: str | None,
    locale: Locale,
    sign_ins: SignIns,
    now: datetime,
) -> None:
    """Known or not, the same is written and said. Raises TooManyRequests."""
    ours = back if back and is_ours(back) else None
    new = SignIn(sign_in_id, person, email, locale, now + CODE_VALID, ours)
    sign_ins.ask(new, visitor, _due(new, now), now)


@retry_on_conflict
def resend(sign_in_id: str, *, sign_ins: SignIns, now: datetime) -> None:
    """Raises NotFound, CodeExpired, ResendLimit, AlreadyDone, TooManyRequests."""
    before = sign_ins.find(sign_in_id)
    after = before.reissued(now)
    sign_ins.reissue(before, after, _due(after, now), now)


def _due(sign_in: SignIn, now: datetime) -> SignInAsked:
    return SignInAsked(
        event_id=f"sign_in:{sign_in.sign_in_id}:{sign_in.issue}",
        occurred_at=now,
        sign_in_id=sign_in.sign_in_id,
        issue=sign_in.issue,
    )


def enter(
    sign_in_id: str,
    typed: str,
    digest: str,
    locale: Locale,
    *,
    sign_ins: SignIns,
    seats: Seats,
    sessions: Sessions,
    secrecy: SignInSecrecy,
    now: datetime,
) -> tuple[Session, SignIn]:
    """The session the code opened, and what was asked for. A code opens one.

    Raises:
        NotFound, CodeExpired
        CodeInvalid: another code; or nobody sits anywhere with this address.
    """
    sign_in, tried = sign_ins.try_code(sign_in_id, now)
    if not tried:
        raise CodeExpired("this code is no longer good; ask for a new one")
    due = secrecy.sign_in_code(sign_in_id, sign_in.issue)
    if not hmac.compare_digest(due.encode(), typed.encode()):
        raise CodeInvalid(sign_in.tries_left)
    try:
        return _open(sign_in, digest, locale, sign_ins, seats, sessions, now), sign_in
    except AlreadyDone:
        raise CodeExpired("this code was used") from None


@retry_on_conflict
def _open(
    sign_in: SignIn,
    digest: str,
    locale: Locale,
    sign_ins: SignIns,
    seats: Seats,
    sessions: Sessions,
    now: datetime,
) -> Session:
    places = seats.of(sign_in.person)
    if not places:
        raise CodeInvalid(sign_in.tries_left)
    open_to = [place for place in places if place.is_open]
    session = opened(digest, sign_in.person, tuple(p.seat for p in open_to), locale, now)
    came = seats.seen(sign_in.person, places, now)
    sessions.open(session, sign_ins.spent(sign_in.sign_in_id), *came)
    return session
