"""Teamtailor's API, JSON:API: job applications, with what is included where it was asked for."""

from dataclasses import dataclass, field
from typing import Any

from tests.support.vendors.serving import Asked, Reply

KEY = "teamtailor-key-of-acme"
APPLICATION = "2"


def an_application(
    rejected_at: str | None = "2026-04-01T11:03:04.000+09:00",
    by_company: bool | None = True,
    stage: str = "interview",
) -> dict[str, Any]:
    times = {
        "created-at": "2026-02-01T10:00:00.000+09:00",
        "changed-stage-at": "2026-03-20T10:00:00.000+09:00",
        "updated-at": "2026-04-01T11:03:05.000+09:00",
        "rejected-at": rejected_at,
        "cover-letter": "山田花子です。笑顔が自慢です。",
    }
    reasons = {"id": "9", "type": "reject-reasons", "attributes": {"reason": "花子さんは若い"}}
    reasons["attributes"] |= {"rejected-by-company": by_company}  # type: ignore[operator]
    stages = {"id": "5", "type": "stages", "attributes": {"name": "面接", "stage-type": stage}}
    return {
        "data": {
            "id": APPLICATION,
            "type": "job-applications",
            "attributes": times,
            "relationships": {"job": {"data": {"id": "77", "type": "jobs"}}},
        },
        "included": [stages] + ([reasons] if by_company is not None else []),
    }


@dataclass
class FakeTeamtailor:
    applications: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {APPLICATION: an_application()}
    )

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Token token={KEY}":
            return Reply(401, {"errors": [{"title": "Unauthorized"}]})
        if asked.headers.get("x-api-version") is None:
            return Reply(406)
        match asked.path.split("/")[1:]:
            case ["v1", "job-applications"]:
                return Reply(200, {"data": [one["data"] for one in self.applications.values()]})
            case ["v1", "job-applications", name] if name in self.applications:
                assert "candidate" not in asked.query["include"]
                return Reply(200, self.applications[name])
        return Reply(404, {"errors": [{"title": "Record not found"}]})
