"""Talentio's API v1.1.2: the list of candidates, a hundred on a page."""

from dataclasses import dataclass, field
from typing import Any

from tests.support.vendors.serving import Asked, Reply

KEY = "talentio-key-of-acme"
A_PAGE = 100
PERSON = {
    "lastName": "山田",
    "firstName": "花子",
    "email": "hanako@example.jp",
    "tel": "090-1234-5678",
    "note": "笑顔がよい",
}


def a_candidate(number: int = 1, **but: Any) -> dict[str, Any]:
    return {
        "id": 5225000 + number,
        **PERSON,
        "status": "ongoing",
        "channelType": "agent",
        "requisition": {"id": 77, "name": "デザイナー"},
        "registeredAt": "2026-02-01T10:00:00+09:00",
        "appliedAt": "2026-02-01T09:00:00+09:00",
        "updatedAt": "2026-03-31T18:00:00+09:00",
        "stages": [{"type": "resume", "status": "pass", "fixedAt": "2026-02-05T10:00:00+09:00"}],
        **but,
    }


@dataclass
class FakeTalentio:
    candidates: list[dict[str, Any]] = field(default_factory=list)
    remaining: int = 4_999
    resets: str = "1775012460"

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply(401, {"error": "unauthorized"})
        if (asked.method, asked.path) != ("GET", "/api/v1/candidates"):
            return Reply(404, {"error": "not found"})
        since = asked.query.get("updatedAtFrom", "")
        rows = [c for c in self.candidates if str(c["updatedAt"])[:19] >= since]
        first = (int(asked.query["page"]) - 1) * A_PAGE
        headers = {
            "X-Remaining": str(self.remaining),
            "X-Reset": self.resets,
            "X-Total": str(len(rows)),
        }
        return Reply(200, rows[first : first + A_PAGE], headers)
