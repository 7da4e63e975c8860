"""Greenhouse's Harvest v3, asked with a token: `https://harvest.greenhouse.io/v3` [C]."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.connectors.exchange import Answer, Request
from shared.connectors.greenhouse_token import NAMES, Tokens
from shared.connectors.verdict import trouble
from shared.connectors.wire import Wire
from shared.domain.trouble import Trouble

HARVEST: Final = "https://harvest.greenhouse.io/v3"


@dataclass(frozen=True, slots=True)
class Harvest:
    """Asks with a token, and once more with a new one where that was no longer taken."""

    wire: Wire = field(repr=False)
    tokens: Tokens = field(repr=False)

    def ask(
        self, method: str, path: str, now: datetime, body: bytes | None = None
    ) -> Answer | Trouble:
        answer = self._once(method, path, now, body)
        if isinstance(answer, Answer) and answer.status == 401:
            self.tokens.drop()
            answer = self._once(method, path, now, body)
        if isinstance(answer, Trouble):
            return answer
        return trouble(answer, NAMES, now) or answer

    def _once(self, method: str, path: str, now: datetime, body: bytes | None) -> Answer | Trouble:
        token = self.tokens.token(now)
        if isinstance(token, Trouble):
            return token
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        typed = {"Content-Type": "application/json"} if body else {}
        return self.wire.ask(Request(method, f"{HARVEST}{path}", headers | typed, body))
