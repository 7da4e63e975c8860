"""No page of the console asks DynamoDB more than three times, however much there is to show."""

import re
from datetime import UTC, datetime
from typing import Final

import pytest

from functions.console import csv_file, csv_import, handler, room
from shared import acts, signed_acts, signed_in
from shared.domain.company_member import CompanyMember
from shared.domain.connection import Provider
from shared.domain.ids import PersonKey
from shared.domain.recommendation import Item
from shared.domain.seat import CompanyRole
from shared.table import keys
from shared.table.clicks import Clicks
from shared.table.company_members import CompanyMembers
from tests.integration.console.test_job_orders import table_of
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, NOON, a_doorway, a_link
from tests.support.connections import a_connection, connect
from tests.support.counting import Counted
from tests.support.file_imports import a_bucket
from tests.support.recommending import REC, Desk, a_file, an_order
from tests.support.sat import Sat, sat
from tests.support.stores import Stores
from tests.support.tabulating import LINK
from tests.support.wired import wire

MOST: Final = 3
ORDER: Final = an_order(ACME)
NAMED: Final = {
    "link_id": LINK,
    "job_order_id": ORDER.job_order_id,
    "recommendation_id": REC,
    "connection_id": "ats_1",
    "provider": "greenhouse",
}


def pages() -> list[str]:
    """Every GET there is, but of things this company has none of."""
    routes = (route for part in handler.ROUTES for route in part.router._routes)
    paths = [path for path, methods, *_ in routes if "GET" in methods]
    return [path for path in paths if set(re.findall(r"<(\w+)>", path)) <= {*NAMED}]


@pytest.fixture
def owner(relay: Stores, monkeypatch: pytest.MonkeyPatch) -> Sat:
    """Of a company with one of everything, and of some things many."""
    wire(monkeypatch, table_of(relay), *handler.ROUTES, room, acts, signed_acts, signed_in)
    wire(monkeypatch, table_of(relay), csv_file)
    bucket = a_bucket()
    monkeypatch.setattr(csv_import, "files", lambda: bucket)
    _links(relay)
    _members(relay)
    _introduced(relay)
    for n in range(19):
        connect(table_of(relay), a_connection(f"ats_{n}"))
    connect(table_of(relay), a_connection("ats_19", Provider.CSV))
    return sat(table_of(relay))


def _links(relay: Stores) -> None:
    for n in ("acme-link", *(f"link-{n}" for n in range(12))):
        relay.links.add(a_link(n), a_doorway(n))
        Clicks(table_of(relay)).count(ACME, a_link(n).link_id, "human", datetime.now(UTC))


def _members(relay: Stores) -> None:
    table = table_of(relay)
    for n in range(5):
        at, person = f"member{n}@aozora.example", PersonKey(f"person-{n}")
        owner = CompanyMember(ACME, f"mem_{n}", person, at, at, CompanyRole.OWNER, NOON)
        table.commit(*CompanyMembers(table).added(owner))


def _introduced(relay: Stores) -> None:
    """A partner, too."""
    table = table_of(relay)
    desk = Desk(table)
    desk.posts(ORDER)
    desk.files(a_file(let_go_by=()))
    desk.asks(company_id=ACME, items=(Item.NAME, Item.SUMMARY))
    desk.answers()
    desk.recommends(company_id=ACME)
    let_in(relay, BOLT)
    told = {"partner": BOLT, "people": 7, "open_people": 0}
    table.commit(table.new(keys.relay_to(ACME, BOLT), told))


@pytest.mark.parametrize("path", pages())
def test_a_page_asks_three_times_at_most(owner: Sat, counted: Counted, path: str) -> None:
    named = NAMED | ({"connection_id": "ats_19"} if path.endswith("/import") else {})
    here = re.sub(r"<(\w+)>", lambda found: named[found[1]], path)
    counted.since()
    assert owner.reads(here)[0] == 200
    asked = counted.since()
    assert 0 < len(asked) <= MOST, asked


def test_every_page_is_asked_for() -> None:
    assert {"/console", "/console/figures", "/console/links/<link_id>"} <= {*pages()}
