"""A company of a running relay: asked for, approved, with a key and links of its own."""

from dataclasses import dataclass
from typing import Any

import httpx

from infra.local.seed import invoke
from tests.support.live import Live


@dataclass(frozen=True, slots=True)
class LiveCompany:
    live: Live
    company_id: str
    api_key: str

    def asks(self, method: str, path: str, **how: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.api_key}", **how.pop("headers", {})}
        return self.live.visit.ask(method, path, headers=headers, **how)

    def knows(self, path: str) -> Any:
        answer = self.asks("GET", path)
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    def link(self, label: str = "一次選考") -> str:
        """Its URL."""
        made = self.asks("POST", "/v1/links", json={"label": label})
        assert made.status_code == httpx.codes.CREATED, made.text
        return str(made.json()["url"])

    def exact(self) -> Any:
        """What the agency sees of it."""
        key = self.live.known["agency"]["api_key"]
        path = f"/v1/agency/companies/{self.company_id}/progress"
        answer = self.live.visit.ask("GET", path, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == httpx.codes.OK, answer.text
        return answer.json()

    def credits(self) -> list[Any]:
        return list(self.knows("/v1/credits")["items"])

    def entries(self) -> list[Any]:
        return list(self.knows("/v1/ledger?limit=100")["items"])


def seeded(live: Live) -> LiveCompany:
    known = live.known["company"]
    return LiveCompany(live, known["company_id"], known["api_key"])


def a_new_company(live: Live, name: str) -> LiveCompany:
    asked = {
        "name": f"株式会社{name}",
        "contact_email": f"saiyo@{name}.example",
        "contact_name": "採用 担当",
    }
    made = live.visit.ask("POST", "/v1/companies", f"192.0.2.{len(name)}", json=asked)
    assert made.status_code == httpx.codes.CREATED, made.text
    company_id = made.json()["company_id"]
    invoke(live.clients, live.stack["ApproveFunction"], {"company_id": company_id})
    asked_key = {"kind": "company", "company_id": company_id}
    key = invoke(live.clients, live.stack["IssueKeyFunction"], asked_key)
    return LiveCompany(live, company_id, key["api_key"])
