"""Who asks to sign in, until they typed their code. Gone within a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from shared.domain.errors import AlreadyDone, NotFound, RelayError, TooManyRequests
from shared.domain.milestone import Guard
from shared.domain.registration import MAX_TRIES
from shared.domain.sign_in import SignIn
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.hourly import one_more, one_more_code
from shared.table.writes import Write

if TYPE_CHECKING:
    from shared.contracts.events import SignInAsked

KEPT: Final = timedelta(days=1)
FROM_ONE_PLACE: Final = 30
"""Codes asked for in an hour, for whomever."""


def _too_many_from_there(_: dict[str, Any]) -> RelayError:
    return TooManyRequests("too many codes from one place; wait an hour", retry_after=3600)


def from_item(item: dict[str, Any]) -> SignIn:
    names = ("sign_in_id", "person", "email", "locale", "back", "tries", "issue", "used")
    values = {name: item[name] for name in names if name in item}
    return SignIn(**values, code_until=moment(item["code_until"]))


@dataclass(frozen=True, slots=True)
class SignIns:
    table: Table

    def ask(self, new: SignIn, visitor: str, event: SignInAsked, now: datetime) -> None:
        """Raises TooManyRequests: five for this address in this hour, or thirty from one place."""
        values = {
            "sign_in_id": new.sign_in_id,
            "person": new.person,
            "email": new.email,
            "locale": new.locale,
            "back": new.back,
            "tries": new.tries,
            "issue": new.issue,
            "used": new.used,
            "code_until": stamp(new.code_until),
            keys.EXPIRES: int((now + KEPT).timestamp()),
        }
        self.table.commit(
            self.table.new(keys.sign_in(new.sign_in_id), values),
            one_more_code(self.table, f"SIGNIN#{new.person}", now),
            one_more(self.table, f"SIGNIN#{visitor}", FROM_ONE_PLACE, now, _too_many_from_there),
            self.table.outbox(event),
        )

    def reissue(self, before: SignIn, after: SignIn, event: SignInAsked, now: datetime) -> None:
        """Raises AlreadyDone: another code was just sent; TooManyRequests."""
        changed = self.table.change(
            keys.sign_in(before.sign_in_id),
            guards=[("issue", "=", before.issue), ("used", "=", False)],
            put={"issue": after.issue, "code_until": stamp(after.code_until)},
            refusal=lambda _: AlreadyDone("another code was just sent, or none is needed"),
        )
        once_more = one_more_code(self.table, f"SIGNIN#{before.person}", now)
        self.table.commit(changed, once_more, self.table.outbox(event))

    def find(self, sign_in_id: str) -> SignIn:
        """Raises NotFound."""
        item = self.table.get(keys.sign_in(sign_in_id))
        if item is None:
            raise NotFound("no such sign-in")
        return from_item(item)

    def try_code(self, sign_in_id: str, now: datetime) -> tuple[SignIn, bool]:
        """Take one of the five tries; False where none could be taken. Raises NotFound."""
        guards: list[Guard] = [
            ("tries", "<", MAX_TRIES),
            ("code_until", ">", stamp(now)),
            ("used", "=", False),
        ]
        item, tried = self.table.changed(keys.sign_in(sign_in_id), guards=guards, add={"tries": 1})
        if item is None:
            raise NotFound("no such sign-in")
        return from_item(item), tried

    def spent(self, sign_in_id: str) -> Write:
        """For the transaction that opens the session: a code opens one."""
        return self.table.change(
            keys.sign_in(sign_in_id),
            guards=[("used", "=", False)],
            put={"used": True},
            refusal=lambda _: AlreadyDone("this code was used"),
        )
