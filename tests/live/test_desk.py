"""The agency's main walk over HTTP: people with keys of their own let a company in, look at what is
held, take one back, and give a credit as two.
"""

from dataclasses import dataclass
from typing import Any, Final

import pytest

from infra.local.seed import invoke
from infra.local.visit import until
from tests.support.live import Live
from tests.support.live_company import LiveCompany

DESK: Final = "/v1/agency"


@dataclass(frozen=True, slots=True)
class Person:
    live: Live
    api_key: str

    def asks(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        how: dict[str, Any] = {"headers": {"Authorization": f"Bearer {self.api_key}", **headers}}
        if body is not None:
            how["json"] = body
        answer = self.live.visit.ask(method, f"{DESK}{path}", **how)
        return answer.status_code, answer.json()

    def posts(self, path: str, body: Any = None) -> Any:
        status, answer = self.asks("POST", path, body)
        assert status in (200, 201), answer
        return answer

    def knows(self, path: str) -> Any:
        status, answer = self.asks("GET", path)
        assert status == 200, answer
        return answer


def person(live: Live, name: str, role: str) -> Person:
    named = {"email": f"{name}@agency.example", "name": name, "role": role}
    wanted: dict[str, Any] = {"kind": "agency", "member": named}
    made = invoke(live.clients, live.stack["IssueKeyFunction"], wanted)
    return Person(live, made["api_key"])


@pytest.fixture(scope="module")
def manager(live: Live) -> Person:
    return person(live, "hanako", "manager")


@pytest.fixture(scope="module")
def adviser(live: Live) -> Person:
    return person(live, "taro", "adviser")


def asked(live: Live, name: str) -> str:
    said = {
        "name": f"株式会社{name}",
        "contact_email": f"saiyo@{name}.example",
        "contact_name": "採用 担当",
    }
    made = live.visit.ask("POST", "/v1/companies", "192.0.2.77", json=said)
    return str(made.json()["company_id"])


def let_in(live: Live, manager: Person, name: str) -> LiveCompany:
    company_id = asked(live, name)
    manager.posts(f"/companies/{company_id}/approve")
    wanted = {"kind": "company", "company_id": company_id}
    key = invoke(live.clients, live.stack["IssueKeyFunction"], wanted)
    return LiveCompany(live, company_id, key["api_key"])


def test_a_company_is_looked_at_let_in_and_told_so(
    live: Live, adviser: Person, manager: Person
) -> None:
    company_id = asked(live, "letin")
    waiting = adviser.knows("/companies?state=pending_review&limit=100")["items"]
    assert company_id in {company["company_id"] for company in waiting}
    adviser.posts(f"/companies/{company_id}/notes", {"text": "登記を確認した"})
    assert adviser.asks("POST", f"/companies/{company_id}/approve")[0] == 403
    assert manager.posts(f"/companies/{company_id}/approve")["state"] == "active"
    notes = adviser.knows(f"/companies/{company_id}")["notes"]
    assert [(n["kind"], n["who_name"]) for n in notes] == [("approved", "hanako"), ("note", "taro")]
    assert {"hanako", "taro"} <= {one["name"] for one in manager.knows("/members")["items"]}
    mails = until(lambda: live.visit.mails_to("saiyo@letin.example"), "no mail came", 20)
    assert [mail["subject"] for mail in mails] == ["キャリアリレーへのご参加が承認されました"]
    manager.posts(f"/companies/{company_id}/suspend", {"reason": "苦情"})
    assert manager.asks("POST", f"/companies/{company_id}/refuse", {"reason": "x"})[0] == 409


def test_a_held_registration_is_accepted_counted_and_taken_back(
    live: Live, adviser: Person, manager: Person
) -> None:
    company = let_in(live, manager, "heldwalk")
    own = live.person(4711, "somebody@heldwalk.example")
    registration_id = own.register(company.link())
    assert own.verify(registration_id, own.code()).json() == {"status": "registered"}
    seen = adviser.knows(f"/registrations/{registration_id}")
    assert (seen["state"], seen["held_for"]) == ("held", "signals")
    waiting = adviser.knows("/registrations?state=held&limit=100")["items"]
    assert registration_id in {one["registration_id"] for one in waiting}
    here, once = f"/registrations/{registration_id}", {"Idempotency-Key": "walk"}
    assert [adviser.asks("POST", f"{here}/accept", **once)[0] for _ in range(2)] == [200, 200]
    assert company.exact()["counted"] == 1
    adviser.posts(f"{here}/reverse", {"reason": "suspected_fraud"})
    assert company.exact()["counted"] == 0
    status, said = adviser.asks("POST", f"{here}/reverse", {"reason": "suspected_fraud"})
    assert (status, said["state"]) == (409, "reversed")


def test_two_people_give_a_credit_and_it_is_owed(
    live: Live, adviser: Person, manager: Person
) -> None:
    company = let_in(live, manager, "adjusted")
    before = manager.knows("/liability")["available"]
    asked_for = {"amount": 1, "reason": "旧制度の分"}
    proposed = manager.posts(f"/companies/{company.company_id}/adjustments", asked_for)
    path = f"/adjustments/{proposed['adjustment_id']}/approve"
    assert adviser.asks("POST", path)[0] == 403
    other = person(live, "hanako", "manager")
    assert other.asks("POST", path)[1]["code"] == "same_approver"
    assert person(live, "jiro", "manager").posts(path)["state"] == "approved"
    [credit] = company.credits()
    assert (credit["number"], credit["state"]) == (-1, "available")
    assert manager.knows("/liability")["available"] == before + 1
    acts = [act["what"] for act in manager.knows("/audit-log?limit=100")["items"]]
    assert acts[:2] == ["adjustment.approve", "adjustment.propose"]


def test_a_company_sees_nothing_of_the_desk(live: Live, manager: Person) -> None:
    company = let_in(live, manager, "outside")
    for path in (
        "/companies",
        "/members",
        "/registrations",
        "/adjustments",
        "/liability",
        "/audit-log",
    ):
        refused = company.asks("GET", f"{DESK}{path}")
        assert (refused.status_code, refused.json()["code"]) == (403, "insufficient_scope")
