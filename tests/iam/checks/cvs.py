"""A candidate's CV, by the agency's program and the form it is offered."""

import httpx

from shared.domain.ids import CandidateId
from tests.iam.checks.files import filed
from tests.iam.stage import Stage
from tests.support.cv_form import filled_in
from tests.support.cvs import a_pdf

NOBODYS = "cv_01JZ0000000000000000000000"


def asks(
    stage: Stage, method: str, candidate_id: str, path: str, said: object = None
) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {stage.visit.known['agency']['api_key']}"}
    path = f"/v1/agency/candidates/{candidate_id}/cv{path}"
    return stage.visit.ask(method, path, headers=bearer, json=said)


def _send(stage: Stage, candidate_id: CandidateId) -> None:
    """By the form, then said to be there."""
    offer = asks(stage, "POST", candidate_id, "", {"media_type": "application/pdf"}).json()
    with httpx.Client(trust_env=False, timeout=60) as browser:
        sent = browser.send(filled_in(offer["url"], offer["fields"], a_pdf("Ada")))
    assert sent.status_code == 204
    received = asks(stage, "POST", candidate_id, f"/{offer['cv_id']}/received", {})
    assert received.status_code == 200


def a_cv_takes_the_place_of_another(stage: Stage) -> None:
    candidate_id = filed(stage)
    _send(stage, candidate_id)
    _send(stage, candidate_id)
    shown = asks(stage, "GET", candidate_id, "").json()
    assert httpx.get(shown["url"], trust_env=False).content == a_pdf("Ada")


def a_cv_nobody_sent_is_not_there(stage: Stage) -> None:
    answer = asks(stage, "POST", filed(stage), f"/{NOBODYS}/received", {})
    assert answer.status_code == 404


def the_same_request_is_offered_the_same_name(stage: Stage) -> None:
    candidate_id = filed(stage)
    bearer = {"Authorization": f"Bearer {stage.visit.known['agency']['api_key']}"}
    once = bearer | {"Idempotency-Key": candidate_id}
    path, said = f"/v1/agency/candidates/{candidate_id}/cv", {"media_type": "application/pdf"}
    made = [stage.visit.ask("POST", path, headers=once, json=said).json() for _ in range(2)]
    assert made[0]["cv_id"] == made[1]["cv_id"]
