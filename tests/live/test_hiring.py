"""Three people one company let go join another: asked, agreed, shown, hired, handed on."""

import re
from typing import Any

import httpx

from infra.local.visit import until
from shared.domain.ids import CandidateId, CompanyId, JobOrderId
from shared.table.commit import Table
from tests.support.builders import named
from tests.support.live import Live
from tests.support.live_company import LiveCompany, a_new_company
from tests.support.recommending import Desk, a_file, an_order

LINK = re.compile(r"https?://\S+/consents/\S+")
PEOPLE = ("mori", "hayashi", "ki")


def test_three_people_find_their_next_place_and_two_companies_their_partner(live: Live) -> None:
    let_go, hires = a_new_company(live, "letting"), a_new_company(live, "hiring")
    desk = Desk(core(live))
    job = JobOrderId(named("job", "live"))
    desk.posts(an_order(CompanyId(hires.company_id), job_order_id=job, openings=3))
    for name in PEOPLE:
        file = a_file(f"{name}live", let_go_by=(CompanyId(let_go.company_id),))
        desk.files(file)
        is_hired(live, hires, job, file.candidate_id, file.candidate.email)
    seen = hires.knows(f"/v1/job-orders/{job}/recommendations")["items"]
    assert {(one["stage"], one["phone"]) for one in seen} == {("joined", None)}
    for company in (let_go, hires):
        company.asks("PATCH", "/v1/company", json={"shows_partners": True}).raise_for_status()
    assert partners(let_go) == [("to", "株式会社hiring", 3)]
    assert partners(hires) == [("from", "株式会社letting", 3)]


def core(live: Live) -> Table:
    return Table(live.stack["CoreTable"], live.clients.client("dynamodb"))


def is_hired(
    live: Live, hires: LiveCompany, job: JobOrderId, candidate_id: CandidateId, address: str
) -> None:
    path = f"/v1/agency/companies/{hires.company_id}/job-orders/{job}/recommendations"
    rec = says(live, path, {"candidate_id": candidate_id}, 201)["recommendation_id"]
    link = until(lambda: asked(live, address), f"nobody asked {address}", 60)
    assert live.visit.ask("GET", link).status_code == httpx.codes.OK
    assert live.visit.ask("POST", link, data={"answer": "yes"}).status_code == 303
    shown = {"items": ["name", "summary"], "summary": "よく聴く人です。"}
    says(live, f"{path}/{rec}/recommend", shown)
    says(live, f"{path}/{rec}/outcome", {"stage": "joined"})


def says(live: Live, path: str, body: dict[str, Any], status: int = 200) -> dict[str, Any]:
    bearer = {"Authorization": f"Bearer {live.known['agency']['api_key']}"}
    answer = live.visit.ask("POST", path, headers=bearer, json=body)
    assert answer.status_code == status, answer.text
    said: dict[str, Any] = answer.json()
    return said


def asked(live: Live, address: str) -> str | None:
    found = (LINK.search(mail["text"]) for mail in live.visit.mails_to(address))
    return next((hit.group() for hit in found if hit), None)


def partners(company: LiveCompany) -> list[tuple[str, str, int]]:
    def found() -> list[tuple[str, str, int]] | None:
        rows = company.knows("/v1/relays")["items"]
        return [(r["direction"], r["partner"]["name"], r["candidates"]) for r in rows] or None

    return until(found, "the relay was not formed", 60)
