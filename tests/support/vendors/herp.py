"""HERP Hire's public API 1.5.0: the list of candidacies, a few on a page."""

from dataclasses import dataclass, field
from typing import Any

from tests.support.vendors.serving import Asked, Reply

KEY = "herp-key-of-acme"
A_PAGE = 3
PERSON = {
    "name": "山田花子",
    "email": "hanako@example.jp",
    "telephoneNumber": "090-1234-5678",
    "age": 29,
    "company": "前職株式会社",
    "education": "花大学",
    "career": "設計",
    "note": "笑顔がよい",
}


def a_candidacy(number: int = 1, **but: Any) -> dict[str, Any]:
    return {
        "id": f"459ba99c-8f28-4744-bac1-{number:012}",
        **PERSON,
        "status": "active",
        "requisitionId": "4ee22d29-8fde-401e-bf9e-779c8846b0f1",
        "appliedAt": "2026-02-01T10:00:00+09:00",
        "step": "finalInterview",
        "stepUpdatedAt": "2026-03-31T18:00:00+09:00",
        "channel": {"type": "media", "isScout": False, "mediaName": "媒体"},
        "tags": [],
        "terminationReason": None,
        "terminatedAt": None,
        "operators": ["U-51VV5"],
        "updatedAt": "2026-03-31T18:00:00+09:00",
        **but,
    }


@dataclass
class FakeHerp:
    candidacies: list[dict[str, Any]] = field(default_factory=list)
    remaining: int = 99
    resets_at: str = "2026-04-01T12:01:00+09:00"

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return Reply(401, {"message": "unauthorized"})
        if (asked.method, asked.path) != ("GET", "/hire/v1/candidacies"):
            return Reply(404, {"message": "not found"})
        since = asked.query.get("stepUpdatedAtFrom", "")
        rows = [c for c in self.candidacies if str(c["stepUpdatedAt"])[:10] >= since]
        rows.sort(key=lambda c: str(c["appliedAt"]), reverse=True)
        first = (int(asked.query["page"]) - 1) * A_PAGE
        shown = rows[first : first + A_PAGE]
        headers = {"x-remaining-request": str(self.remaining), "x-reset-at": self.resets_at}
        more = len(rows) > first + A_PAGE
        return Reply(200, {"candidacies": shown, "hasNextPage": more}, headers)
