"""An adviser and a manager at the desk: `agency`."""

from typing import Any

from functions.grant.flow import grant
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.builders import NOON, PROGRAMME
from tests.support.facts import milestone

FRAUD = {"reason": "suspected_fraud"}


def asks(stage: Stage, method: str, path: str, body: Any = None, status: int = 200) -> Any:
    bearer = {"Authorization": f"Bearer {stage.visit.known['agency']['api_key']}"}
    sent = {"json": body} if body is not None else {}
    answer = stage.visit.ask(method, f"/v1/agency{path}", headers=bearer, **sent)
    assert answer.status_code == status, answer.text
    return answer.json()


def a_company_is_let_in(stage: Stage) -> None:
    company_id = Subjects(stage).waiting_company()
    asks(stage, "POST", f"/companies/{company_id}/approve")
    assert asks(stage, "GET", f"/companies/{company_id}")["company"]["state"] == "active"


def companies_are_listed(stage: Stage) -> None:
    company_id = Subjects(stage).waiting_company()
    waiting = asks(stage, "GET", "/companies?limit=100")["items"]
    assert company_id in {company["company_id"] for company in waiting}
    assert asks(stage, "GET", "/companies?state=active")["items"]
    assert asks(stage, "GET", "/liability")["available"] >= 0


def a_held_one_is_refused(stage: Stage) -> None:
    subjects = Subjects(stage)
    held = subjects.held(subjects.company())
    asks(stage, "POST", f"/registrations/{held.registration_id}/refuse", FRAUD)
    assert subjects.state(held) == "not_counted"


def a_credit_is_taken_back(stage: Stage) -> None:
    subjects, ledgers = Subjects(stage), stage.stores.ledgers
    company_id = subjects.company()
    last = subjects.counted(company_id, 10)
    assert grant(milestone(1, company_id), "crd_1", ledgers=ledgers, programme=PROGRAMME, now=NOON)
    asks(stage, "POST", f"/registrations/{last.registration_id}/reverse", FRAUD)
    assert stage.stores.ledgers.head(company_id).voided == 1
