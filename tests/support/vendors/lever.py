"""Lever's Data API: an opportunity, and what an archive reason's id stands for."""

from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

from tests.support.vendors.serving import Asked, Reply

KEY = "lever-key-of-acme"
OPPORTUNITY = "5c86dcbc-9cfb-4f3c-a4a4-6b1c9d1c1e11"
UNDERQUALIFIED = "63dd55b2-a99f-4e7b-985f-22c7bf80ab42"
WITHDREW = "3274b963-c37c-4465-abeb-1113896e2aa3"
HIRED = "16308515-dc77-4aa7-b3af-96161b2b4e9b"
REASONS = {
    UNDERQUALIFIED: ("Underqualified", "non-hired"),
    WITHDREW: ("Withdrew", "non-hired"),
    HIRED: ("Hired", "hired"),
}


def an_opportunity(reason: str | None = UNDERQUALIFIED, **but: Any) -> dict[str, Any]:
    archived = {"reason": reason, "archivedAt": 1775008983950} if reason else None
    return {
        "id": OPPORTUNITY,
        "name": "山田花子",
        "emails": ["hanako@example.jp"],
        "phones": [{"value": "090-1234-5678"}],
        "confidentiality": "non-confidential",
        "archived": archived,
        **but,
    }


@dataclass
class FakeLever:
    opportunities: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {OPPORTUNITY: an_opportunity()}
    )

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Basic {b64encode(f'{KEY}:'.encode()).decode()}":
            return Reply(401, {"code": "Unauthorized"})
        match asked.path.removeprefix("/v1").split("/")[1:]:
            case ["opportunities", name] if name in self.opportunities:
                return Reply(200, {"data": self.opportunities[name]})
            case ["archive_reasons"]:
                return Reply(200, {"data": [_reason(name) for name in REASONS], "hasNext": False})
            case ["archive_reasons", name] if name in REASONS:
                return Reply(200, {"data": _reason(name)})
        return Reply(404, {"code": "ResourceNotFound", "message": "山田花子 was not found"})


def _reason(name: str) -> dict[str, str]:
    text, kind = REASONS[name]
    return {"id": name, "text": text, "status": "active", "type": kind}
