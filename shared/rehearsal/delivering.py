"""A vendor that sends its samples to our door, signed with the connection's own secret."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.ats.answers import Answer
from shared.ats.refusal import Refusal
from shared.ats.signing import SIGNS
from shared.ats.vendor import Keyed
from shared.contracts.received import Received
from shared.domain.connection import Connection
from shared.domain.ids import ConnectionId
from shared.door import Call, knock
from shared.rehearsal.memory import ThisOne

FORGER: Final = "whsec_Zm9yZ2VkIGJ5IGEgc2VsZi10ZXN0IG9mIG91cnM="
"""Of the form every vendor's secret has, and nobody's."""


@dataclass(frozen=True, slots=True)
class Delivering:
    """
    Args:
        secret: the newest live one: the vendor signs with it.
        opened, tenant: as at the door.
    """

    connection: Connection
    secret: str = field(repr=False)
    opened: Callable[[str, str], str]
    tenant: Callable[[ConnectionId], Keyed]
    now: datetime

    def deliver(self, raw: bytes, message: str) -> tuple[Answer, Refusal | None, Received]:
        return self._deliver(raw, message, self.secret)

    def forge(self, raw: bytes) -> Refusal | None:
        """None: it was believed."""
        return self._deliver(raw, "forged", FORGER)[1]

    def _deliver(
        self, raw: bytes, message: str, secret: str
    ) -> tuple[Answer, Refusal | None, Received]:
        provider, handed_on = self.connection.provider, list[str]()
        signed = SIGNS[provider](raw, secret, self.now, f"self-test-{message}")
        call = Call(provider, self.connection.connection_id, signed.raw, signed.headers)
        answer, refusal = knock(
            call,
            f"self-test-{message}",
            connections=ThisOne(self.connection),
            opened=self.opened,
            tenant=self.tenant,
            hand_on=lambda received: handed_on.append(received.model_dump_json()),
            now=self.now,
        )
        return answer, refusal, Received.model_validate_json(handed_on[0])
