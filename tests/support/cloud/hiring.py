"""A company that hires by a Greenhouse, and whose server hears of its credits."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final

from shared.ats.signing import SIGNS
from tests.support.cloud.town import Firm, Town
from tests.support.vendors.greenhouse import (
    CLIENT,
    RELAY_URL,
    SECRET,
    FakeGreenhouse,
    an_application,
)

HOST: Final = "hooks.aozora.example"
MAIL: Final = "山田花子様\n\n今回はご縁がありませんでした。\n\n{url}\n\n株式会社あおぞら製作所\n"
"""The company's own template; the field of ours is a token of it."""


@dataclass
class Hiring:
    town: Town
    firm: Firm
    vendor: FakeGreenhouse
    connection: dict[str, Any]
    names: Any = field(default_factory=lambda: count(1))

    def applies(self, number: int) -> None:
        self.vendor.applications.append(an_application(number))
        self._posts("new_candidate_application", number)
        self.town.cloud.settle()

    def rejects(self, number: int) -> str:
        """The mail that Greenhouse sends in the same act: what the field says, it prints."""
        [one] = [a for a in self.vendor.applications if a["id"] == number]
        mail = MAIL.format(url=one["custom_fields"][RELAY_URL]["value"])
        self._posts("reject_candidate", number, rejected_at=_now(), status="rejected")
        self.town.cloud.settle()
        return mail

    def unrejects(self, number: int) -> None:
        self._posts("unreject_candidate", number)
        self.town.cloud.settle()

    def link(self, number: int) -> str:
        [one] = [a for a in self.vendor.applications if a["id"] == number]
        return str(one["custom_fields"][RELAY_URL]["value"])

    def _posts(self, action: str, number: int, **changed: Any) -> None:
        raw = json.dumps(_said(action, number, **changed), ensure_ascii=False).encode()
        now = datetime.now(UTC)
        signed = SIGNS["greenhouse"](raw, self.connection["secret"], now, f"e-{next(self.names)}")
        path = self.connection["receive_url"].partition("://")[2].partition("/")[2]
        headers = {name.lower(): value for name, value in signed.headers.items()}
        reply = self.town.cloud.request("POST", f"/{path}", raw.decode(), headers=headers)
        assert reply["statusCode"] == 200, reply


def connect(town: Town, firm: Firm, vendor: FakeGreenhouse) -> Hiring:
    asked = {
        "provider": "greenhouse",
        "access": SECRET,
        "settings": {"client_id": CLIENT, "name_key": RELAY_URL},
    }
    made = town.says("POST", "/v1/ats-connections", asked, firm.key)
    return Hiring(town, firm, vendor, made)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _said(action: str, number: int, **changed: Any) -> dict[str, Any]:
    """With all that a Greenhouse says of the person, too."""
    candidate = {
        "id": 500_000 + number,
        "first_name": "花子",
        "last_name": "山田",
        "is_private": False,
        "can_email": True,
        "email_addresses": [{"value": "hanako@example.jp", "type": "personal"}],
    }
    application = {
        "id": number,
        "status": "active",
        "rejected_at": None,
        "applied_at": _now(),
        "last_activity_at": _now(),
        "rejection_reason": {"id": 14, "name": "x", "type": {"id": 3, "name": "Wrong skill set"}},
        "current_stage": {"id": 2_708_728, "name": "Final interview"},
        "candidate": candidate,
        "jobs": [{"id": 371_417, "name": "Designer", "confidential": False}],
    }
    return {"action": action, "payload": {"application": {**application, **changed}}}
