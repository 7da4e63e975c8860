"""Somebody at the agency, signed in: what its pages ask of `agency` and `place` beside the keys."""

from datetime import UTC, datetime

from shared.domain.member import Role
from shared.domain.seat import Kind, Seat
from shared.domain.tokyo import day
from tests.iam.checks.asked import an_accepted_order
from tests.iam.checks.files import filed
from tests.iam.checks.seated import Seated
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects


def adviser(stage: Stage) -> Seated:
    return Seated(stage, Seat(Kind.AGENCY, "agency", Role.ADVISER))


def visits_stand_beside_a_companys_links(stage: Stage) -> None:
    subjects = Subjects(stage)
    company_id = subjects.company()
    subjects.link(company_id)
    page = adviser(stage).asks("GET", f"/agency/companies/{company_id}/links")
    assert page.status_code == 200, page.text


def a_request_lies_beside_whose_data_it_is_about(stage: Stage) -> None:
    candidate_id = filed(stage)
    said = {"whose": candidate_id, "wanted": "access", "came_by": "phone", "text": "見せてほしい"}
    today = str(day(datetime.now(UTC)))
    answer = adviser(stage).asks("POST", "/agency/rights", received_on=today, **said)
    assert answer.status_code == 303, answer.text


def orders_of_every_company_are_listed(stage: Stage) -> None:
    """Those that are open lie in the index by company."""
    an_accepted_order(stage)
    page = adviser(stage).asks("GET", "/agency/job-orders")
    assert page.status_code == 200 and "/job-orders/job_" in page.text


def a_reading_is_typed(stage: Stage) -> None:
    hana, path = adviser(stage), f"/agency/candidates/{filed(stage)}/reading"
    assert hana.asks("POST", path, reading="はるか").status_code == 303
    assert "はるか" in hana.asks("GET", path).text
