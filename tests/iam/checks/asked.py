"""A program with a key: `manage` and `agency`."""

from typing import Any

import httpx

from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS


def a_company_asks_to_join(stage: Stage) -> None:
    name = f"joining{next(NUMBERS)}"
    said = {"name": name, "contact_email": f"saiyo@{name}.example", "contact_name": "採用 担当"}
    answer = stage.visit.ask("POST", "/v1/companies", f"192.0.2.{next(NUMBERS) % 250}", json=said)
    assert answer.status_code == 201


def a_link_is_made(stage: Stage) -> None:
    assert asks(stage, "POST", "/v1/links", json={"label": "一次選考"}).status_code == 201


def the_qr_is_drawn(stage: Stage) -> None:
    link = asks(stage, "GET", "/v1/links").json()["items"][0]["link_id"]
    assert asks(stage, "GET", f"/v1/links/{link}/qr.svg").status_code == 200


def the_ledger_is_read(stage: Stage) -> None:
    assert asks(stage, "GET", "/v1/ledger").status_code == 200


def asks(stage: Stage, method: str, path: str, **how: Any) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {stage.visit.known['company']['api_key']}"}
    return stage.visit.ask(method, path, headers=bearer, **how)


def the_agency_reads_exact_figures(stage: Stage) -> None:
    known = stage.visit.known
    path = f"/v1/agency/companies/{known['company']['company_id']}/progress"
    bearer = {"Authorization": f"Bearer {known['agency']['api_key']}"}
    assert stage.visit.ask("GET", path, headers=bearer).status_code == 200
