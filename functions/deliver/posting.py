"""Sign with each of an endpoint's secrets, and send."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.domain.endpoint import PURPOSE
from shared.domain.heard import Heard
from shared.domain.ids import EndpointId
from shared.domain.sealed import Sealed, live
from shared.domain.webhook_message import Message
from shared.ports.sealing import Sealed as Seals
from shared.webhooks.secret import Secret
from shared.webhooks.sending import Wire, sent
from shared.webhooks.signing import headers

MANY: Final = 1000


@dataclass(slots=True)
class Posting:
    """What was unsealed is remembered in this process: our key is asked once for each secret."""

    seals: Seals
    wire: Wire
    _opened: dict[tuple[str, str], Secret] = field(default_factory=dict, repr=False)

    def sent(self, message: Message, url: str, secrets: Sequence[Sealed], now: datetime) -> Heard:
        """Raises Unavailable, NotSealed."""
        body, of = message.body.encode(), message.endpoint_id
        opened = [self._open(one, of) for one in live(secrets, now)]
        return sent(url, body, headers(opened, message.message_id, now, body), self.wire)

    def _open(self, one: Sealed, of: EndpointId) -> Secret:
        if (known := self._opened.get((of, one.text))) is not None:
            return known
        if len(self._opened) >= MANY:
            self._opened.clear()
        secret = Secret.parsed(self.seals.unseal(one.text, PURPOSE, of))
        self._opened[of, one.text] = secret
        return secret
