"""From a question to a hire: `place`, `answer`, `relay`, and what they leave to others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from shared.domain.ids import CandidateId, CompanyId, JobOrderId, RecommendationId
from shared.domain.tokyo import day
from shared.mint import mint
from shared.table.relays import Relays
from tests.iam.checks.asked import asks
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects
from tests.support.asking import queued
from tests.support.builders import NOON
from tests.support.facts import asked, joined
from tests.support.recommending import Desk, a_file, an_order


@dataclass(frozen=True, slots=True)
class Hiring:
    """Somebody one company let go, and another company's order."""

    stage: Stage
    desk: Desk
    let_go_by: CompanyId
    hires: CompanyId
    job: JobOrderId
    candidate: CandidateId
    rec: RecommendationId

    @property
    def path(self) -> str:
        return f"/v1/agency/companies/{self.hires}/job-orders/{self.job}/recommendations"

    def says(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> httpx.Response:
        bearer = {"Authorization": f"Bearer {self.stage.visit.known['agency']['api_key']}"}
        return self.stage.visit.ask(method, path, headers=bearer, json=body)

    def asks(self) -> None:
        self.desk.asks(self.candidate, self.rec, job=self.job, company_id=self.hires)

    def answers(self, *, yes: bool = True) -> int:
        token = self.stage.pepper.token("consents", f"{self.candidate}~{self.rec}")
        form = {"answer": "yes" if yes else "no"}
        return self.stage.visit.ask("POST", f"/consents/{token}", data=form).status_code

    def recommends(self) -> None:
        """By the table's owner."""
        pepper = self.stage.pepper
        self.desk.answers(True, self.candidate, self.rec, pepper=pepper)
        self.desk.recommends(self.rec, job=self.job, company_id=self.hires)


def hiring(stage: Stage) -> Hiring:
    subjects, number = Subjects(stage), next(NUMBERS)
    let_go_by, hires = subjects.company(), subjects.company()
    job = JobOrderId(mint("job", NOON))
    file = a_file(f"question{number}", let_go_by=(let_go_by,))
    desk = Desk(stage.core, datetime.now(UTC) - timedelta(days=7))
    desk.posts(an_order(hires, job_order_id=job))
    desk.files(file)
    rec = RecommendationId(f"rec_{number}")
    return Hiring(stage, desk, let_go_by, hires, job, file.candidate_id, rec)


def a_candidate_is_asked(stage: Stage) -> None:
    of = hiring(stage)
    assert of.says("POST", of.path, {"candidate_id": of.candidate}).status_code == 201
    assert of.says("GET", of.path).json()["items"][0]["stage"] == "asked"


def a_candidate_says_yes(stage: Stage) -> None:
    of = hiring(stage)
    of.asks()
    assert of.answers() == 303
    assert of.desk.stores.recommendations.find(of.hires, of.job, of.rec).stage == "consented"


def a_candidate_says_no(stage: Stage) -> None:
    of = hiring(stage)
    of.asks()
    assert of.answers(yes=False) == 303


def who_was_recommended_joins(stage: Stage) -> None:
    of = hiring(stage)
    of.asks()
    of.recommends()
    outcome = of.says("POST", f"{of.path}/{of.rec}/outcome", {"stage": "joined"})
    assert outcome.status_code == 200, outcome.text


def who_said_no_after_all_may_be_asked_again(stage: Stage) -> None:
    of = hiring(stage)
    of.asks()
    declined = {"stage": "declined", "by": "candidate"}
    assert of.says("POST", f"{of.path}/{of.rec}/outcome", declined).status_code == 200


def the_records_are_exported(stage: Stage) -> None:
    today = day(datetime.now(UTC))
    path = f"/v1/agency/provision-records?from={today - timedelta(days=9)}&to={today}&format=csv"
    bearer = {"Authorization": f"Bearer {stage.visit.known['agency']['api_key']}"}
    assert stage.visit.ask("GET", path, headers=bearer).status_code == 200


def a_joining_is_handed_on(stage: Stage) -> None:
    of = hiring(stage)
    of.asks()
    of.recommends()
    of.desk.joins(of.rec, job=of.job, company_id=of.hires, on=day(of.desk.now))
    fact = joined(of.hires, of.job, of.rec, of.candidate)
    assert stage.calls("relay", queued(fact)) == DONE
    assert [edge.people for edge in Relays(stage.core).edges(of.let_go_by)] == [1]


def the_question_is_mailed(stage: Stage) -> None:
    of = hiring(stage)
    of.asks()
    fact = asked(of.hires, of.job, of.rec, of.candidate)
    assert stage.calls("notify", queued(fact)) == DONE
    address = of.desk.stores.files.find(of.candidate).candidate.email
    assert len(stage.visit.mails_to(address)) == 1


def the_company_wants_to_be_named(stage: Stage) -> None:
    answer = asks(stage, "PATCH", "/v1/company", json={"shows_partners": True})
    assert answer.status_code == 200
