"""An operator's hand: `approve`, `issue_key` and `appoint`."""

from tests.iam.stage import Stage
from tests.iam.subjects import Subjects


def a_company_is_approved(stage: Stage) -> None:
    company_id = Subjects(stage).waiting_company()
    stage.calls("approve", {"company_id": company_id})
    tally, head = stage.stores.ledgers.tally_and_head(company_id)
    assert (tally.n, head.seq) == (0, 0)


def a_key_is_issued(stage: Stage) -> None:
    company_id = Subjects(stage).company()
    made = stage.calls("issue_key", {"kind": "company", "company_id": company_id})
    path, bearer = "/v1/progress", {"Authorization": f"Bearer {made['api_key']}"}
    assert stage.visit.ask("GET", path, headers=bearer).status_code == 200


def a_persons_key_is_issued(stage: Stage) -> None:
    named = {"email": "taro@agency.example", "name": "道標 太郎", "role": "adviser"}
    made = stage.calls("issue_key", {"kind": "agency", "member": named})
    assert made["scopes"] == ["agency:read", "agency:write"]


def a_manager_is_appointed(stage: Stage) -> None:
    said = {"name": "道標 花子", "email": "hanako@agency.example"}
    stage.calls("appoint", said)
    assert stage.calls("appoint", said) == {"new": False}
