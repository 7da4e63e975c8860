"""Every list of the desk: by cursor, three requests a page at most, each row once."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape

import pytest

from functions.agency.by_hand.routes import PAGES as AGENCY
from functions.place.by_hand.routes import PAGES as PLACE
from shared import programs
from shared.domain.audit import Audited
from shared.domain.member import Role
from shared.table import keys
from shared.table.audits import Audits
from shared.table.codec import stamp
from shared.table.commit import Table
from tests.support.builders import ACME, BOLT, NOON
from tests.support.counting import Counted
from tests.support.desk import WIRED, AtDesk, at_desk
from tests.support.every_list import LISTS, List, an_act, filled
from tests.support.long_lists import APRIL, again, names, poured
from tests.support.recommending import ADA
from tests.support.table import fresh_table
from tests.support.waiting import everything
from tests.support.wired import wire

SESSION, MOST = 1, 3
LARGEST = 200_000
"""Bytes of a page."""
NO_LIST = {
    *("/agency", "/agency/counts"),  # a request a list, of which it shows the first
    *("/agency/liability", "/agency/report"),  # sums
    "/agency/search",  # by its form: test_search
    *("/agency/texts", "/agency/texts/<name>", "/agency/licence"),
    *("/agency/rules/new", "/agency/rights/new", "/agency/complaints/new"),
    *("/agency/rights/<request_id>", "/agency/rights/<request_id>/package"),
    *("/agency/complaints/<complaint_id>", "/agency/members/<person>"),
    *("/agency/drill/<drill_id>", "/agency/drill/<drill_id>/draft"),
    *("/agency/registrations/<registration_id>", "/agency/registers/parts"),
    "/agency/companies/<company_id>/counted/<registration_id>",
    *("/agency/candidates/<candidate_id>", "/agency/candidates/<candidate_id>/reading"),
    *(f"/agency/candidates/<candidate_id>/cv{one}" for one in ("", "/<cv_id>")),
}
OTHERS = re.compile(
    r".*/csv|/agency/registers/(seekers|orders|employers|fees)/.*|.*/<recommendation_id>"
)
"""Files, and one row of something."""
HUGE = 10_000
LOGGED = Audited("aud_1", NOON, "somebody", "ses_1", "complaint.add", "cpl_x", {})
type Crowded = tuple[Table, dict[str, tuple[list[str], Callable[[str], str]]]]


@pytest.fixture(scope="module")
def counted() -> Counted:
    return Counted()


@pytest.fixture(scope="module")
def full(counted: Counted) -> Table:
    table = fresh_table(counted.client)
    filled(table)
    return table


def reads(hanako: AtDesk, counted: Counted, path: str) -> str:
    counted.since()
    status, page = hanako.reads(path)
    asked = counted.since()
    assert status == 200, page
    assert SESSION < len(asked) <= SESSION + MOST, asked
    assert len(page.encode()) <= LARGEST
    assert 'class="empty"' not in page
    return page


def following(page: str, cursor: str) -> str | None:
    """Where the list of this cursor goes on."""
    turned = re.findall(r'rel="next"(?: [\w-]+="[^"]*")* href="([^"]*)"', page)
    ends = re.compile(rf"[?;]{cursor}=[^&#]*(#\w+)?$")
    return next((unescape(path).partition("#")[0] for path in turned if ends.search(path)), None)


def pages(hanako: AtDesk, counted: Counted, of: List) -> Iterator[str]:
    path: str | None = of.path
    while path:
        page = reads(hanako, counted, path)
        yield page
        path = following(page, of.cursor)


def rows(page: str, of: List) -> list[str]:
    """Each once, though several things on a page lead to it."""
    found = (match[1] or match[match.re.groups] for match in re.finditer(of.row, page))
    return [*dict.fromkeys(found)]


def routes() -> set[str]:
    found = {
        path
        for module in (*AGENCY, *PLACE)
        for path, methods, *_ in module.router._routes
        if "GET" in methods
    }
    return {path for path in found if not OTHERS.fullmatch(path)}


def test_every_page_is_a_list_here_or_said_to_be_none() -> None:
    assert routes() == {of.route for of in LISTS.values()} | NO_LIST


@pytest.mark.parametrize("name", LISTS)
def test_all_of_it_is_read_by_cursor_and_each_row_once(
    full: Table, counted: Counted, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    wire(monkeypatch, full, *WIRED)
    of, hanako = LISTS[name], at_desk(full, Role.MANAGER)
    read = [*pages(hanako, counted, of)]
    assert len(read) > 1
    met = Counter(row for page in read for row in rows(page, of))
    assert {row: met[row] for row in of.rows} == dict.fromkeys(of.rows, 1)


def in_order(table: Table) -> dict[str, tuple[list[str], Callable[[str], str]]]:
    """Ten thousand rows for each way of reading a list, and where a page after one of them is."""
    everything(table)
    held, gone, logged, active = (names(n, HUGE) for n in ("held", "cnd_gone", "cpl_l", "co_a"))
    hana, bolt = keys.Key(f"REG#reg_hana_{ACME}", "REG"), keys.company(BOLT)
    again(table, hana, held, "hana")
    again(table, bolt, active, BOLT)
    erased = {"at": stamp(NOON), "asked_at": stamp(NOON), "files": 1}
    poured(table, ((erasure(name), erased) for name in gone))
    table.commit(Audits(table).note(LOGGED))
    again(table, keys.audit(stamp(NOON), "aud_1"), logged, "aud_1", "cpl_x")
    return {
        "registrations": (held, lambda name: placed(table, hana, "hana", name, *keys.DUE)),
        "active": (active, lambda name: placed(table, bolt, BOLT, name, *keys.LISTED)),
        "erasures": (gone, lambda name: erasure(name).sk),
        "audit": (logged[::-1], lambda name: keys.audit(stamp(NOON), name).sk),
    }


def erasure(name: str) -> keys.Key:
    return keys.Key(keys.erasures(APRIL), f"{stamp(NOON)}#{name}")


def placed(table: Table, key: keys.Key, called: str, name: str, *index: str) -> str:
    item = table.get(key) or {}
    there = {field: item[field] for field in (keys.PARTITION, keys.SORT, *index)}
    return json.dumps(there, sort_keys=True).replace(called, name)


@pytest.fixture(scope="module")
def crowded(counted: Counted) -> Crowded:
    table = fresh_table(counted.client)
    return table, in_order(table)


@pytest.mark.parametrize("name", ["registrations", "active", "erasures", "audit"])
def test_of_ten_thousand_the_first_the_second_and_the_last_page_are_where_they_belong(
    crowded: Crowded, counted: Counted, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    table, known = crowded
    wire(monkeypatch, table, *WIRED)
    of, (order, place), hanako = LISTS[name], known[name], at_desk(table, Role.MANAGER)

    def met(page: str) -> list[str]:
        return [row for row in rows(page, of) if row in ours]

    ours, few = {*order}, order[-7:]
    turned = pages(hanako, counted, of)
    first, second = met(next(turned)), met(next(turned))
    assert first and len(second) == 50
    assert [*first, *second] == order[: len(first) + len(second)]
    joined = "&" if "?" in of.path else "?"
    cursor = programs.cursor(place(order[-8]))
    last = reads(hanako, counted, f"{of.path}{joined}cursor={cursor}")
    assert met(last) == few
    assert following(last, of.cursor) is None


def test_the_few_that_were_suspended_are_found_among_ten_thousand_companies(
    crowded: Crowded, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, _ = crowded
    wire(monkeypatch, table, *WIRED)
    few = ["co_s0", "co_s1", "co_z2"]
    again(table, keys.company(BOLT), few, BOLT, put={"state": "suspended"})
    of, hanako = LISTS["suspended"], at_desk(table, Role.MANAGER)
    assert [row for page in pages(hanako, counted, of) for row in rows(page, of)] == few


def test_a_file_with_a_long_history_is_one_page_and_its_history_goes_on_from_there(
    crowded: Crowded, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, _ = crowded
    wire(monkeypatch, table, *WIRED)
    poured(table, map(an_act, names("act_", HUGE)))
    hanako, of = at_desk(table, Role.MANAGER), LISTS["history"]
    counted.since()
    page = hanako.reads(f"/agency/candidates/{ADA}")[1]
    assert counted.since().count("Query") == len(("the file", "its thread", "the members"))
    shown = rows(page, of)
    assert shown == names("act_", HUGE)[: -len(shown) - 1 : -1]
    on = re.search(r'href="([^"]*/history[^"]*)"', page)
    assert on
    goes_on = rows(reads(hanako, counted, on[1]), of)
    assert goes_on[0] == f"act_{HUGE - len(shown) - 1:05}"
