"""SmartRecruiters' API: what the link of a delivery leads to, and a list of candidates."""

from dataclasses import dataclass, field
from typing import Any

from tests.support.vendors.serving import Asked, Reply

KEY = "smart-token-of-acme"
PATH = "/candidates/bca77011-ae94-4300-9847-360043e64fa2/jobs/aaf11eed-b69e-4ea5-97ad-43321f706fa5"
LINK = f"https://api.smartrecruiters.com{PATH}"


def an_application(status: str = "REJECTED", **but: Any) -> dict[str, Any]:
    return {
        "id": "bca77011-ae94-4300-9847-360043e64fa2",
        "firstName": "花子",
        "lastName": "山田",
        "email": "hanako@example.jp",
        "phoneNumber": "090-1234-5678",
        "createdOn": "2026-02-01T01:00:00.000Z",
        "updatedOn": "2026-04-01T02:03:04.000Z",
        "status": status,
        "job": {"id": "aaf11eed-b69e-4ea5-97ad-43321f706fa5"},
        **but,
    }


@dataclass
class FakeSmartRecruiters:
    applications: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {PATH: an_application()}
    )

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("x-smarttoken") != KEY:
            return Reply(401, {"message": "Unauthorized"})
        if asked.path == "/candidates":
            return Reply(200, {"limit": 1, "totalFound": 1, "content": [{"firstName": "花子"}]})
        if asked.path in self.applications:
            return Reply(200, self.applications[asked.path])
        return Reply(404, {"message": "山田花子 was not found"})
