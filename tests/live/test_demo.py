"""`make run` as a newcomer meets it: half a year is there, it adds up, and is told once."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.local.seed import invoke
from infra.local.visit import until
from tests.live.test_sign_in import posts, session_of, signs_in
from tests.support.live import Live, free_port, relay
from tests.support.live_company import LiveCompany


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    folder = tmp_path_factory.mktemp("demo")
    with relay(folder / "relay", free_port(), RELAY_SEED="demo") as running:
        yield running


def companies(live: Live) -> dict[str, LiveCompany]:
    """By the part of their name that is theirs alone."""
    known = live.known["demo"]["companies"]
    keys = (("あおぞら", "かわせみ", "みなと"), known)
    return {
        key: LiveCompany(live, one["company_id"], one["api_key"])
        for key, one in zip(*keys, strict=True)
    }


def desk(live: Live, path: str) -> Any:
    bearer = {"Authorization": f"Bearer {live.known['demo']['agency'][0]['api_key']}"}
    answer = live.visit.ask("GET", f"/v1/agency/{path}", headers=bearer)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_what_is_kept_is_what_it_follows_from(told: Live) -> None:
    said = invoke(told.clients, told.stack["ReconcileFunction"], {})
    assert (said["companies"], said["differences"]) == (3, 0)


def test_every_companys_statement_is_worked_out_again_without_a_fault(
    told: Live, tmp_path: Path
) -> None:
    for name, company in companies(told).items():
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(company.knows("/v1/ledger/statement")), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "shared.command", "verify-statement", str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_one_company_spends_one_nearly_has_one_and_one_has_one_that_ends(told: Live) -> None:
    aozora, kawasemi, minato = companies(told).values()
    spends = aozora.knows("/v1/progress")["credits"]
    assert (spends["reserved"], spends["consumed"], spends["available"]) == (1, 1, 0)
    assert kawasemi.knows("/v1/progress")["to_next"] == 1
    [ending] = minato.credits()
    assert ending["state"] == "available"
    mails = told.visit.mails_to("recruit@minato-shoji.example")
    assert "無料採用枠の期限が近づいています" in [mail["subject"] for mail in mails]


def test_two_companies_are_partners_by_three_people(told: Live) -> None:
    aozora, kawasemi, _ = companies(told).values()
    to, by = aozora.knows("/v1/relays")["items"], kawasemi.knows("/v1/relays")["items"]
    assert [(one["direction"], one["candidates"]) for one in to] == [("to", 3)]
    assert [(one["direction"], one["candidates"]) for one in by] == [("from", 3)]


def test_the_agency_has_something_to_do(told: Live) -> None:
    held = desk(told, "registrations")["items"]
    causes = {one["signals"][0]["signal"] for one in held}
    assert causes == {"own_domain", "disposable_domain", "burst"}
    one_each = ("duplicates", "job-orders", "adjustments", "companies?state=pending_review")
    assert [len(desk(told, path)["items"]) for path in one_each] == [1, 1, 1, 1]
    assert desk(told, "candidates?state=overdue")["items"]
    assert {one["role"] for one in desk(told, "members")["items"]} == {"manager", "adviser"}


def test_the_functions_write_the_storys_days_and_not_todays(told: Live) -> None:
    aozora, _, minato = companies(told).values()
    assert aozora.entries()[0]["recorded_at"].startswith(told.known["demo"]["since"])
    assert minato.entries()[0]["recorded_at"] < aozora.entries()[0]["recorded_at"]
    assert {mail["sent_at"][:10] for mail in told.visit.ask("GET", "/_mailbox").json()} >= {
        told.known["demo"]["since"]
    }


def test_afterwards_it_is_what_time_it_is(told: Live) -> None:
    assert not (told.state / "clock").exists()
    assert not (told.state / "half-told").exists()


def test_who_may_sign_in_is_said_and_that_it_is_a_demo(told: Live) -> None:
    said = until(lambda: told.log.read_text("utf-8").partition("すべて架空です")[2], "no end", 10)
    for company in told.known["demo"]["companies"]:
        assert company["name"] in said
        assert all(member["email"] in said for member in company["members"])
    assert all(member["email"] in said for member in told.known["demo"]["agency"])


def test_the_agencys_manager_passes_by_what_make_second_says(told: Live) -> None:
    email = told.known["demo"]["agency"][0]["email"]
    entered = signs_in(told, email)
    assert entered.headers["location"] == "/sign-in/second"
    own = session_of(entered)
    page = told.visit.ask("GET", "/sign-in/second", headers=own).text
    form = re.search(r'name="form" value="([^"]+)"', page)
    code = re.search(rf"(\d{{6}})  {email}", _second(told))
    assert form and code
    passed = posts(told, "/sign-in/second", {"form": form[1], "code": code[1]}, own)
    assert passed.headers["location"] == "/agency"
    for path, says in (("rights", "第三者提供記録の開示"), ("complaints", "求人の紹介")):
        assert says in told.visit.ask("GET", f"/agency/{path}", headers=own).text


def _second(told: Live) -> str:
    asked = [sys.executable, "-m", "infra.local.second"]
    here = {**os.environ, "RELAY_STATE": str(told.state)}
    return subprocess.run(asked, env=here, capture_output=True, text=True, check=True).stdout


def test_a_second_start_tells_nothing_again(told: Live) -> None:
    before, mails = told.known, len(told.visit.ask("GET", "/_mailbox").json())
    assert told.stop() == 0
    told.start()
    assert told.known == before
    assert len(told.visit.ask("GET", "/_mailbox").json()) == mails
