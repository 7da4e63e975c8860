"""Every check of a connection, in order; what rests on one that failed is not tried."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from shared.ats.sampled import samples
from shared.ats.vendor import Keyed
from shared.contracts.received import IgnoredSaid, Received
from shared.domain.connecting import SET_UP
from shared.domain.connection import Connection, Way
from shared.domain.connection_health import Health
from shared.domain.errors import NotSealed
from shared.domain.ids import ConnectionId
from shared.domain.rehearsed import Check, Step, Verdict
from shared.domain.sealed import live
from shared.hearing import Ears
from shared.rehearsal.delivering import Delivering
from shared.rehearsal.memory import ForgottenApplications
from shared.rehearsal.playing import Playing


@dataclass(frozen=True, slots=True)
class Answered:
    """What the vendor said to one question of ours.

    Args:
        trouble: one of shared.domain.trouble.Why; None: it answered.
        rows: how many of what was asked for came back.
    """

    trouble: str | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """
    Args:
        opened: a secret's seal and its connection's id -> the secret.
        ears: what real deliveries are heard with, but for where it is kept.
        ask: one question to the vendor with the company's key.
    """

    connection: Connection
    health: Health
    opened: Callable[[str, str], str]
    tenant: Callable[[ConnectionId], Keyed]
    ears: Callable[[ForgottenApplications], Ears]
    ask: Callable[[Connection], Answered]
    now: datetime

    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps())

    def _steps(self) -> Iterator[Step]:
        if self.connection.way is Way.WEBHOOK:
            yield from self._delivered()
        if self.connection.way is Way.FILE:
            yield Step(Check.READ, Verdict.SKIPPED, "import_files")
        if SET_UP[self.connection.provider].asks:
            yield self._asked()
        yield self._last()

    def _delivered(self) -> Iterator[Step]:
        secret = self._secret()
        if isinstance(secret, Step):
            yield secret
            return
        yield Step(Check.SECRET, Verdict.PASSED)
        yield from self._played(
            Delivering(self.connection, secret, self.opened, self.tenant, self.now)
        )

    def _secret(self) -> str | Step:
        held = live(self.connection.signing, self.now)
        if not held:
            return Step(Check.SECRET, Verdict.FAILED, "no_secret")
        try:
            return self.opened(held[0].text, self.connection.connection_id)
        except NotSealed:
            return Step(Check.SECRET, Verdict.FAILED, "unreadable")

    def _played(self, delivering: Delivering) -> Iterator[Step]:
        said = samples(self.connection.provider)
        raw = next(iter(said.values()))
        answer, refusal, received = delivering.deliver(raw, "first")
        taken = refusal is None and answer.status is HTTPStatus.OK
        yield _step(Check.BELIEVED, taken, refusal)
        yield _step(Check.FORGED, delivering.forge(raw) is not None)
        if taken:
            yield _read(received)
            yield from Playing(said, delivering, self.ears).steps()

    def _asked(self) -> Step:
        if self.connection.access is None:
            set_up = SET_UP[self.connection.provider]
            needed = set_up.needs_access or set_up.looks_up
            return Step(Check.ACCESS, Verdict.FAILED if needed else Verdict.SKIPPED, "no_key")
        said = self.ask(self.connection)
        verdict = Verdict.FAILED if said.trouble else Verdict.PASSED
        return Step(Check.ACCESS, verdict, said.trouble, rows=said.rows)

    def _last(self) -> Step:
        """None yet is no failure: nobody may have applied."""
        at = self.health.heard_at
        if at is None:
            return Step(Check.LAST_EVENT, Verdict.SKIPPED, "none_yet")
        return Step(Check.LAST_EVENT, Verdict.PASSED, at=at)


def _step(check: Check, passed: bool, why: str | None = None) -> Step:
    return Step(check, Verdict.PASSED) if passed else Step(check, Verdict.FAILED, why)


def _read(received: Received) -> Step:
    match received.said:
        case IgnoredSaid(why=why):
            return Step(Check.READ, Verdict.FAILED, why)
    return Step(Check.READ, Verdict.PASSED)
