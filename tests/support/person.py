"""Somebody with an address and a mailbox of their own, in front of a running relay."""

from dataclasses import dataclass
from typing import Any

import httpx

from infra.local.visit import Relay, until


@dataclass(frozen=True, slots=True)
class Person:
    relay: Relay
    email: str
    number: int

    @property
    def address(self) -> str:
        return f"198.51.{100 + self.number // 250}.{self.number % 250 + 1}"

    def opens(self, link_url: str) -> httpx.Response:
        return self.relay.ask("GET", link_url, self.address)

    def submits(self, link_url: str, **more: Any) -> httpx.Response:
        form = {
            "email": self.email,
            "full_name": f"人 {self.number}",
            "locale": "ja",
            "consents": {"core": True},
        }
        return self.relay.ask("POST", f"{link_url}/registrations", self.address, json=form | more)

    def register(self, link_url: str, **more: Any) -> str:
        """The registration's id."""
        answer = self.submits(link_url, **more)
        assert answer.status_code == httpx.codes.ACCEPTED, answer.text
        return str(answer.json()["registration_id"])

    def code(self, longest_s: float = 30) -> str:
        """The newest one in this person's mailbox."""
        return self.relay.code_for(self.email, longest_s)

    def other_code(self, first: str) -> str:
        """One that is not `first`, once it has come."""

        def newer() -> str | None:
            code = self.code()
            return code if code != first else None

        return until(newer, "no other code came", 30)

    def welcome(self) -> dict[str, Any]:
        def found() -> dict[str, Any] | None:
            mails = self.relay.mails_to(self.email)
            return next((m for m in mails if not m["subject"].startswith("確認")), None)

        return until(found, f"no welcome came to {self.email}", 30)

    def verify(self, registration_id: str, code: str) -> httpx.Response:
        path = f"/registrations/{registration_id}/verification"
        return self.relay.ask("POST", path, self.address, json={"code": code})

    def is_handed_on(self, link_url: str) -> None:
        answer = self.verify(self.register(link_url), self.code())
        assert answer.status_code == httpx.codes.OK, answer.text
