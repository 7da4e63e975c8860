"""After the week every book says what happened, once."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.live.week.after import After
from tests.live.week.cast import ASAHI, COMPANIES, HIKARI, MIRAI, YAMATO, Company
from tests.live.week.colleague import Colleague
from tests.live.week.thursday import Thursday
from tests.live.week.week import Week

pytestmark = pytest.mark.usefixtures("after_it")
COUNTED: Final = {ASAHI: ("10", "12"), HIKARI: ("3", "3"), MIRAI: ("4", "4"), YAMATO: ("3", "4")}
"""Published, and exactly."""
SHOWN: Final = {ASAHI: 10, HIKARI: 6, MIRAI: 5, YAMATO: 3}
"""Counted and shown by the ledgers, whatever was taken back later."""


@pytest.fixture(scope="module")
def beside(on_thursday: Thursday) -> dict[Company, list[str]]:
    """What is in a ledger beside its counts."""
    order = on_thursday.hires[0].path.rpartition("/")[2]
    return {
        ASAHI: ["grant:1", f"reserve:1:1:{order}", "consume:1:1"],
        HIKARI: ["uncount:1", "uncount:2", "uncount:3"],
        MIRAI: ["uncount:1"],
        YAMATO: [],
    }


@pytest.mark.parametrize("one", COMPANIES, ids=lambda one: one.key)
def test_a_ledger_has_every_entry_once_and_each_count_in_one(
    week: Week, beside: dict[Company, list[str]], one: Company
) -> None:
    """How many counts an entry shows together is a matter of the moment."""
    entries = [(e["entry_id"], e["amount"]) for e in week.of_company(one).entries()]
    assert [name for name, _ in entries if not name.startswith("count:")] == beside[one]
    last = 0
    for name, amount in entries:
        if name.startswith("count:"):
            assert name == f"count:{last + 1}-{last + amount}"
            last += amount
    assert last == SHOWN[one]


@pytest.mark.parametrize("one", COMPANIES, ids=lambda one: one.key)
def test_a_statement_is_worked_out_again_without_a_fault(
    week: Week, tmp_path: Path, one: Company
) -> None:
    file = tmp_path / "statement.json"
    file.write_text(json.dumps(week.of_company(one).knows("/v1/ledger/statement")), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "shared.command", "verify-statement", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("one", COMPANIES, ids=lambda one: one.key)
def test_the_desk_has_what_is_published_beside_what_is_exact(
    week: Week, manager: Colleague, one: Company
) -> None:
    company = week.of_company(one)
    page = manager.opens(f"/agency/companies/{company.company_id}")
    counted = page.locator("section[aria-labelledby=figures] tbody tr").first
    assert tuple(counted.locator("td").all_inner_texts()) == COUNTED[one]
    both = company.knows("/v1/progress")["counted"], company.exact()["counted"]
    assert tuple(map(str, both)) == COUNTED[one]


def test_what_is_kept_is_what_it_follows_from(week: Week, after_it: After) -> None:
    said = week.world.operate("ReconcileFunction", {})
    assert (said["differences"], said["restless"]) == (0, [])
