"""Access to Harvest v3: OAuth client credentials, `POST https://auth.greenhouse.io/token` with
Basic client id and secret, form `grant_type=client_credentials`; `{access_token, expires_in}` [C].

A client has one live token at a time [C]: it is kept as long as it lives, not fetched per request.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from shared.connectors.exchange import Request
from shared.connectors.limits import Names
from shared.connectors.reading import inside, parsed
from shared.connectors.verdict import trouble
from shared.connectors.wire import Wire
from shared.domain.trouble import Trouble, Why

TOKEN: Final = "https://auth.greenhouse.io/token"  # noqa: S105 - where it is asked for
NAMES: Final = Names("x-ratelimit-remaining", "x-ratelimit-reset")
EARLY: Final = timedelta(minutes=1)
LONGEST: Final = timedelta(hours=1)
"""Where no lifetime is said, or a longer one: a 401 fetches the next in any case."""


@dataclass(slots=True)
class Tokens:
    wire: Wire = field(repr=False)
    client_id: str = field(repr=False)
    client_secret: str = field(repr=False)
    _token: str = field(default="", repr=False)
    _until: datetime | None = None

    def token(self, now: datetime) -> str | Trouble:
        if self._until and now < self._until:
            return self._token
        answer = self.wire.ask(self._request())
        if isinstance(answer, Trouble):
            return answer
        if wrong := trouble(answer, NAMES, now):
            credentials = wrong.why in (Why.REFUSED, Why.GONE)
            return (
                Trouble(Why.FORBIDDEN, "no token for these credentials") if credentials else wrong
            )
        return self._kept(parsed(answer.body), now)

    def drop(self) -> None:
        self._until = None

    def _request(self) -> Request:
        pair = b64encode(f"{self.client_id}:{self.client_secret}".encode(errors="replace")).decode()
        form = "application/x-www-form-urlencoded"
        headers = {"Authorization": f"Basic {pair}", "Content-Type": form}
        return Request("POST", TOKEN, headers, b"grant_type=client_credentials")

    def _kept(self, said: Any, now: datetime) -> str | Trouble:
        token = inside(said, "access_token")
        if (
            not isinstance(token, str)
            or not token.isascii()
            or not token.isprintable()
            or not token
        ):
            return Trouble(Why.UNREADABLE, "the answer holds no token")
        self._token, self._until = token, now + _lives(inside(said, "expires_in")) - EARLY
        return token


def _lives(seconds: Any) -> timedelta:
    right = isinstance(seconds, int) and 0 < seconds < LONGEST.total_seconds()
    return timedelta(seconds=seconds) if right else LONGEST
