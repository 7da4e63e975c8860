"""A running relay as its visitors meet it: only HTTP, only what `outputs.json` names."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Self

import httpx

from infra.local import outputs
from infra.local.place import Place
from infra.local.refusal import RefusedError

_TRUSTED: Final = httpx.create_ssl_context()
"""Made once: whom the machine trusts takes longer to read than an answer to come."""
_CODE = re.compile(r"\b(\d{3}) ?(\d{3})\b")


@dataclass(frozen=True, slots=True)
class Relay:
    known: dict[str, Any]

    @classmethod
    def running(cls, place: Place) -> Self:
        try:
            relay = cls(outputs.show(place))
            relay.ask("GET", "/healthz").raise_for_status()
        except (FileNotFoundError, httpx.HTTPError) as why:
            raise RefusedError("no relay is running here; start one first: make run") from why
        return relay

    def ask(self, method: str, address: str, visitor: str = "", **how: Any) -> httpx.Response:
        """`address` may be a whole URL of this relay or a path."""
        headers = {"X-Forwarded-For": visitor} if visitor else {}
        headers |= how.pop("headers", {})
        url = httpx.URL(self.known["url"]).join(address)
        how |= {"timeout": 60, "trust_env": False, "verify": _TRUSTED}
        return httpx.request(method, url, headers=headers, **how)

    def of_company(self, path: str) -> Any:
        bearer = {"Authorization": f"Bearer {self.known['company']['api_key']}"}
        answer = self.ask("GET", path, headers=bearer)
        if answer.is_error:
            raise RefusedError(f"GET {path} was answered {answer.status_code}: {answer.text}")
        return answer.json()

    def mails_to(self, address: str) -> list[dict[str, Any]]:
        """Newest first."""
        mails = self.ask("GET", self.known["mailbox_url"]).json()
        return [mail for mail in mails if address in mail["to"]]

    def code_for(self, address: str, longest_s: float = 30) -> str:
        def code() -> str | None:
            found = (_CODE.search(mail["text"]) for mail in self.mails_to(address))
            return next(("".join(hit.groups()) for hit in found if hit), None)

        return until(code, f"no code was mailed to {address}", longest_s)


def until[T](ask: Callable[[], T | None], otherwise: str, longest_s: float) -> T:
    """Ask until there is an answer; refuse with `otherwise` when that takes too long."""
    end = time.monotonic() + longest_s
    while True:
        if answer := ask():
            return answer
        if time.monotonic() > end:
            raise RefusedError(f"{otherwise} within {longest_s:.0f} s")
        time.sleep(0.1)
