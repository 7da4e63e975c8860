"""A program with a key: `manage`, `agency` and `place`."""

from datetime import UTC, datetime
from typing import Any

import httpx

from shared.domain.ids import CompanyId, JobOrderId
from shared.mint import mint
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects
from tests.support.acts import grant_all
from tests.support.builders import NOON
from tests.support.ordering import accepted, reserve


def _somebody() -> tuple[str, dict[str, str]]:
    """Where they are, and what they say."""
    name, visitor = f"joining{next(NUMBERS)}", f"192.0.2.{next(NUMBERS) % 250}"
    email = f"saiyo@{name}.example"
    return visitor, {"name": name, "contact_email": email, "contact_name": "採用 担当"}


def a_company_asks_to_join(stage: Stage) -> None:
    visitor, said = _somebody()
    assert stage.visit.ask("POST", "/v1/companies", visitor, json=said).status_code == 201


def a_company_asks_by_the_page(stage: Stage) -> None:
    visitor, said = _somebody()
    assert stage.visit.ask("POST", "/apply", visitor, data=said).status_code == 303


def a_link_is_made(stage: Stage) -> None:
    assert asks(stage, "POST", "/v1/links", json={"label": "一次選考"}).status_code == 201


def the_qr_is_drawn(stage: Stage) -> None:
    link = asks(stage, "GET", "/v1/links").json()["items"][0]["link_id"]
    assert asks(stage, "GET", f"/v1/links/{link}/qr.svg").status_code == 200


def the_ledger_is_read(stage: Stage) -> None:
    assert asks(stage, "GET", "/v1/ledger").status_code == 200


def a_credit_is_reserved_and_let_go(stage: Stage) -> None:
    company_id, name = an_accepted_order(stage)
    key = stage.calls("issue_key", {"kind": "company", "company_id": company_id})["api_key"]
    bearer, path = {"Authorization": f"Bearer {key}"}, f"/v1/job-orders/{name}/credit"
    assert stage.visit.ask("POST", path, headers=bearer).status_code == 201
    assert stage.visit.ask("DELETE", path, headers=bearer).status_code == 204


def the_agency_closes_an_order_with_its_credit(stage: Stage) -> None:
    company_id, name = an_accepted_order(stage)
    order = stage.stores.job_orders.find(company_id, name)
    reserve(stage.stores, order, now=datetime.now(UTC))
    path = f"/v1/agency/companies/{company_id}/job-orders/{name}/close"
    assert desk(stage, "POST", path).json()["credit"] is None


def the_agencys_inbox_is_read(stage: Stage) -> None:
    assert desk(stage, "GET", "/v1/agency/job-orders").status_code == 200


def a_companys_job_orders_are_read(stage: Stage) -> None:
    path = f"/v1/agency/companies/{stage.visit.known['company']['company_id']}/job-orders"
    assert desk(stage, "GET", path).status_code == 200


def an_accepted_order(stage: Stage) -> tuple[CompanyId, JobOrderId]:
    """Of a company with one credit."""
    subjects = Subjects(stage)
    company_id = subjects.company()
    subjects.counted(company_id, 10)
    grant_all(stage.stores, 1, company_id=company_id)
    order = accepted(stage.stores, mint("job", NOON), company_id=company_id)
    return company_id, order.job_order_id


def desk(stage: Stage, method: str, path: str, **how: Any) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {stage.visit.known['agency']['api_key']}"}
    return stage.visit.ask(method, path, headers=bearer, **how)


def asks(stage: Stage, method: str, path: str, **how: Any) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {stage.visit.known['company']['api_key']}"}
    return stage.visit.ask(method, path, headers=bearer, **how)


def the_agency_reads_exact_figures(stage: Stage) -> None:
    path = f"/v1/agency/companies/{stage.visit.known['company']['company_id']}/progress"
    assert desk(stage, "GET", path).status_code == 200


def the_registers_are_read(stage: Stage) -> None:
    path = "/v1/agency/registers/orders?from=2026-01&to=2026-01"
    assert desk(stage, "GET", path).status_code == 200


def an_employers_address_is_noted(stage: Stage) -> None:
    company_id = stage.visit.known["company"]["company_id"]
    said = {"address": f"東京都千代田区丸の内{next(NUMBERS)}"}
    path = f"/v1/agency/registers/employers/{company_id}"
    assert desk(stage, "PATCH", path, json=said).status_code == 200
