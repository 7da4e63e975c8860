"""Which mails went out, and which addresses want none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from shared.domain.errors import AlreadyDone, Conflict, RelayError
from shared.domain.ids import PersonKey
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table

if TYPE_CHECKING:
    from shared.contracts.events import Event, MailBounced

LEASE = timedelta(seconds=20)
"""How long one attempt holds a mail: longer than the function that sends it may run,
shorter than the queue waits before it offers the mail again."""


def _sent_or_busy(old: dict[str, Any]) -> RelayError:
    return AlreadyDone("sent") if old["state"] == "sent" else Conflict("being sent")


@dataclass(frozen=True, slots=True)
class Mails:
    table: Table

    def begin(self, fact: str, now: datetime) -> bool:
        """Take the right to send this fact's mail; False if it was sent.

        Raises:
            Conflict: another attempt has it; ask again after its lease.
        """
        values = {"state": "sending", "until": stamp(now + LEASE)}
        claim = self.table.replace(
            keys.sent(fact),
            values,
            unless=lambda e: (
                f"({e.name('state')} = {e.value('sending')} AND "
                f"{e.name('until')} <= {e.value(stamp(now))})"
            ),
            refusal=_sent_or_busy,
        )
        try:
            self.table.commit(claim)
        except AlreadyDone:
            return False
        return True

    def done(self, fact: str) -> None:
        self.table.commit(self.table.change(keys.sent(fact), put={"state": "sent"}))

    def failed(self, fact: str, now: datetime) -> None:
        """Give the right back, for the next attempt."""
        self.table.commit(self.table.change(keys.sent(fact), put={"until": stamp(now)}))

    def hold(self, fact: Event, until: datetime) -> None:
        """`sweep` says it again then. It is not in the outbox, or `publish` would at once."""
        with suppress(AlreadyDone):  # it is held
            self.table.commit(self.table.held(fact, until))

    def is_suppressed(self, address: PersonKey) -> bool:
        return self.table.get(keys.suppressed(address)) is not None

    def suppress(self, address: PersonKey, event: MailBounced, now: datetime) -> None:
        """Never write to this address again. Raises AlreadyDone."""
        self.table.commit(
            self.table.new(keys.suppressed(address), {"since": stamp(now), "kind": event.kind}),
            self.table.outbox(event),
        )
