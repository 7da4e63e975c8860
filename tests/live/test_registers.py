"""The registers and the breach drill of a deployed relay, as agency and operator ask."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from infra.sources import ROOT
from shared.domain.ids import CompanyId
from shared.domain.tokyo import day
from shared.table.commit import Table
from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.live_company import seeded
from tests.support.office import Office
from tests.support.placing import a_file, an_order, free, introduced


def asked(live: Live, method: str, path: str, **how: Any) -> httpx.Response:
    bearer = {"Authorization": f"Bearer {live.known['agency']['api_key']}"}
    answer = live.visit.ask(method, f"/v1/agency/registers/{path}", headers=bearer, **how)
    assert answer.status_code == httpx.codes.OK, answer.text
    return answer


def a_free_hire(live: Live, now: datetime) -> Office:
    office = Office(Table(live.stack["CoreTable"], live.clients.client("dynamodb")))
    office.file = a_file("ren", now)
    office.order = an_order(now, company_id=CompanyId(seeded(live).company_id))
    office.made = introduced(office.file, office.order, now)
    office.open()
    office.introduce()
    office.join(free(office.made, day(now)))
    return office


def test_a_free_hire_is_in_all_three_registers_over_http(live: Live) -> None:
    now = datetime.now(UTC)
    office, this = a_free_hire(live, now), f"{day(now):%Y-%m}"
    window = f"from={this}&to={this}"
    sheets = {
        kind: asked(live, "GET", f"{kind}?{window}&format=csv").content.decode("utf-8-sig")
        for kind in ("seekers", "orders", "fees")
    }
    assert all("Ren" in sheets[kind] and "採用" in sheets[kind] for kind in ("seekers", "orders"))
    assert "紹介枠crd_1を充当" in sheets["fees"]
    asked(live, "PATCH", f"seekers/{office.file.candidate_id}", json={"address": "京都市"})
    said = asked(live, "GET", f"seekers?{window}").json()["items"]
    assert [row["address"] for row in said if row["name"] == "Ren"] == ["京都市"]


def test_the_drill_names_who_registered_in_the_window_and_no_name(live: Live) -> None:
    begin = datetime.now(UTC)
    person = next_person(live)
    registration_id = person.register(live.link_url)
    end = datetime.now(UTC) + timedelta(seconds=1)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "shared.command", "affected", "--stage", "local"),
            *("--from", begin.isoformat(), "--to", end.isoformat()),
        ],
        cwd=ROOT,
        env={**os.environ, "RELAY_STATE": str(live.state), "RELAY_PORT": str(live.port)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    changed = [told["ids"] for told in said["affected"] if told["changed"]]
    assert [registration_id] in changed
    assert person.email not in done.stdout
    assert said["read_units"] > 0
