"""Somebody at a company, by the session a sign-in opened: `console`."""

from shared.domain.ids import CompanyId
from shared.domain.seat import CompanyRole, Kind, Seat
from tests.iam.checks.asked import an_accepted_order
from tests.iam.checks.seated import Seated
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects


def owner(stage: Stage, company_id: CompanyId) -> Seated:
    return Seated(stage, Seat(Kind.COMPANY, company_id, CompanyRole.OWNER))


def the_first_page_is_read(stage: Stage) -> None:
    found = owner(stage, Subjects(stage).company())
    assert found.asks("GET", "/console").status_code == 200


def a_link_is_made_by_hand(stage: Stage) -> None:
    found = owner(stage, Subjects(stage).company())
    assert found.asks("POST", "/console/links", label="一次選考").status_code == 303
    assert "一次選考" in found.asks("GET", "/console/links").text


def the_figures_page_is_read(stage: Stage) -> None:
    found = owner(stage, Subjects(stage).company())
    assert found.asks("GET", "/console/figures").status_code == 200


def a_credit_is_reserved_by_hand(stage: Stage) -> None:
    """What is available lies under a key of its own, and leaves it."""
    company_id, name = an_accepted_order(stage)
    path = f"/console/job-orders/{name}/credit"
    assert owner(stage, company_id).asks("POST", path).status_code == 303
    credit = stage.stores.job_orders.find(company_id, name).credit
    assert credit is not None and credit.job_order_id == name
