"""Companies and people of a relay in this process."""

import json
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.support.cloud.cloud import Cloud


@dataclass(frozen=True, slots=True)
class Firm:
    company_id: str
    key: str
    slug: str
    contact: str


@dataclass
class Town:
    cloud: Cloud
    numbers: Any = field(default_factory=lambda: count(1))
    places: Any = field(default_factory=lambda: count(1))

    def firm(self, name: str = "aozora") -> Firm:
        contact = f"saiyo@{name}.example"
        asked = {"name": name, "contact_email": contact, "contact_name": "x"}
        company_id = self.says("POST", "/v1/companies", asked)["company_id"]
        function = self.cloud.wiring.function
        self.cloud.invoke(function("approve"), {"company_id": company_id})
        wanted = {"kind": "company", "company_id": company_id}
        key = self.cloud.invoke(function("issue_key"), wanted)["api_key"]
        link = self.says("POST", "/v1/links", {"label": "x"}, key)
        return Firm(company_id, key, link["slug"], contact)

    def says(self, method: str, path: str, body: Any = None, key: str = "", place: str = "") -> Any:
        headers = {"authorization": f"Bearer {key}"} if key else {}
        headers |= {"x-relay-viewer": place} if place else {}
        reply = self.cloud.request(method, path, body, headers=headers)
        assert reply["statusCode"] < 300, reply
        return json.loads(reply["body"])

    def registers(self, firm: Firm, name: str = "") -> tuple[str, str]:
        """(registration id, address), from a place of one's own; the code is on its way."""
        email = f"{name or f'person{next(self.numbers)}'}@mail.example.com"
        form = {"email": email, "full_name": "人", "consents": {"core": True}}
        place = f"2001:db8::{next(self.places):x}"
        taken = self.says("POST", f"/r/{firm.slug}/registrations", form, place=place)
        return taken["registration_id"], email

    def code(self, email: str) -> str:
        self.cloud.settle()
        return next(m["subject"][7:13] for m in self.mails(email) if "コード" in m["subject"])

    def verifies(self, registration_id: str, code: str) -> int:
        path = f"/registrations/{registration_id}/verification"
        return int(self.cloud.request("POST", path, {"code": code})["statusCode"])

    def hands_on(self, firm: Firm, people: int) -> None:
        taken = [self.registers(firm) for _ in range(people)]
        for registration_id, email in taken:
            assert self.verifies(registration_id, self.code(email)) == 200

    def mails(self, email: str) -> list[dict[str, str]]:
        """Newest first."""
        found = [m for m in self.cloud.aws.mails if m["Destination"]["ToAddresses"] == [email]]
        said = [m["Content"]["Simple"] for m in reversed(found)]
        return [{"subject": s["Subject"]["Data"], "text": s["Body"]["Text"]["Data"]} for s in said]

    def progress(self, firm: Firm) -> Any:
        return self.says("GET", "/v1/progress", key=firm.key)

    def credits(self, firm: Firm) -> list[Any]:
        return list(self.says("GET", "/v1/credits", key=firm.key)["items"])

    def entries(self, firm: Firm) -> list[str]:
        items = self.says("GET", "/v1/ledger", key=firm.key)["items"]
        return [item["entry_id"] for item in items]
