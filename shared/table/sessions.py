"""Sessions by the hash of their token, a partition a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.errors import RelayError, Unauthenticated
from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import Kind, Seat
from shared.domain.session import IDLE, Session
from shared.table import keys
from shared.table.codec import moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write


def _over(_: object) -> RelayError:
    return Unauthenticated("sign in again")


def _to_seat(item: Mapping[str, Any]) -> Seat:
    return Seat(Kind(item["kind"]), item["of"], item.get("role"))


def _seat(seat: Seat) -> dict[str, Any]:
    told = {"kind": seat.kind, "of": seat.of, "role": seat.role}
    return {name: value for name, value in told.items() if value is not None}


def from_item(item: Mapping[str, Any]) -> Session:
    return Session(
        digest=item["digest"],
        person=item["person"],
        seats=tuple(map(_to_seat, item["seats"])),
        opened_at=moment(item["opened_at"]),
        seen_at=moment(item["seen_at"]),
        until=moment(item["until"]),
        seat=_to_seat(item["seat"]) if item.get("seat") else None,
        proved=item["proved"],
        locale=item["locale"],
    )


@dataclass(frozen=True, slots=True)
class Sessions:
    table: Table

    def open(self, new: Session, *beside: Write) -> None:
        """Raises what `beside` refuses."""
        values = {
            "digest": new.digest,
            "person": new.person,
            "seats": [_seat(seat) for seat in new.seats],
            "seat": _seat(new.seat) if new.seat else None,
            "opened_at": stamp(new.opened_at),
            "seen_at": stamp(new.seen_at),
            "until": stamp(new.until),
            "proved": new.proved,
            "locale": new.locale,
            keys.EXPIRES: int(new.until.timestamp()),
        }
        self.table.commit(self.table.new(keys.session(new.person, new.digest), values), *beside)

    def go_on(self, person: PersonKey, digest: str, now: datetime) -> Session:
        """The session, its idle time begun anew: one request. Raises Unauthenticated."""
        alive = [("seen_at", ">", stamp(now - IDLE)), ("until", ">", stamp(now))]
        item, good = self.table.changed(
            keys.session(person, digest), guards=alive, put={"seen_at": stamp(now)}
        )
        if item is None or not good:
            raise Unauthenticated("sign in again")
        return from_item(item)

    def still(self, person: PersonKey, digest: str, now: datetime) -> Session:
        """The session, its idle time going on: one request. Raises Unauthenticated."""
        item = self.table.get(keys.session(person, digest))
        found = from_item(item) if item else None
        if found is None or found.until <= now or found.seen_at <= now - IDLE:
            raise Unauthenticated("sign in again")
        return found

    def all(self, person: PersonKey, now: datetime) -> list[Session]:
        """Those still good, the newest first."""
        found = map(from_item, self.table.partition(keys.sessions(person)))
        good = [one for one in found if one.until > now and one.seen_at > now - IDLE]
        return sorted(good, key=lambda one: one.opened_at, reverse=True)

    def speaks(self, session: Session, locale: Locale) -> None:
        """Raises Unauthenticated."""
        self.table.commit(self._change(session, {"locale": locale}))

    def sit(self, session: Session, seat: Seat) -> None:
        """Raises Unauthenticated."""
        self.table.commit(self._change(session, {"seat": _seat(seat)}))

    def proved(self, session: Session, *beside: Write) -> None:
        """The second factor was given. Raises Unauthenticated, what `beside` refuses."""
        self.table.commit(*beside, self._change(session, {"proved": True}))

    def close(self, session: Session) -> None:
        self.table.commit(self._closing(session.person, session.digest))

    def close_all(self, person: PersonKey) -> int:
        """How many there were."""
        found = self.closing(person)
        for one in found:
            self.table.commit(one)
        return len(found)

    def closing(self, person: PersonKey) -> list[Write]:
        """For the transaction that takes from this person what they signed in to."""
        found = self.table.partition(keys.sessions(person))
        return [self._closing(person, item["digest"]) for item in found]

    def _closing(self, person: PersonKey, digest: str) -> Write:
        meant = [("digest", "=", digest)]
        return self.table.delete(keys.session(person, digest), guards=meant, refusal=_over)

    def _change(self, session: Session, put: Mapping[str, Any]) -> Write:
        key = keys.session(session.person, session.digest)
        return self.table.change(key, put=put, refusal=_over)
