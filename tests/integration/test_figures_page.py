"""/console/figures, /console/relays and /v1/stats: what they show, what they refuse, and in how
many requests."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from functions.console import figures, handler, relays
from functions.manage import handler as manage
from functions.manage import stats
from shared import rooms, signed_in
from shared.domain.access import Caller
from shared.domain.ids import LinkId, PersonKey
from shared.domain.registration import Reason
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.domain.session import opened
from shared.domain.tokyo import day
from shared.mint import key_digest
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.clicks import Clicks
from shared.table.sessions import Sessions
from tests.support import wired
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, BOLT, a_doorway, a_link
from tests.support.counting import Counted
from tests.support.facts import counted as counted_fact
from tests.support.facts import not_counted, submitted
from tests.support.keys_used import used_today
from tests.support.table import fresh_table
from tests.support.tabulating import LINK, OTHER, Office

VIEWER = PersonKey("viewer")
TOKEN = "viewers-token"
KEY = "crk_test_figures"
NOBODY = {"open_people": 0}


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def office(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Office:
    table = fresh_table(counted.client)
    wired.wire(monkeypatch, table, figures, relays, rooms, handler, manage, stats, signed_in)
    made = Office(table)
    let_in(made.stores, BOLT)
    seat = Seat(Kind.COMPANY, ACME, CompanyRole.VIEWER)
    now = datetime.now(UTC)
    Sessions(table).open(opened(key_digest(TOKEN), VIEWER, (seat,), "en", now))
    caller = Caller("key_1", "company", frozenset({"stats:read"}), ACME)
    used_today(ApiKeys(table), KEY, caller)
    return made


def shows(path: str, **query: str) -> dict[str, Any]:
    event = asked("GET", path, query=query)
    event["cookies"] = [f"__Host-relay={VIEWER}.{TOKEN}"]
    said: dict[str, Any] = handler.handle(event, CONTEXT)
    return said


def answers(**query: str) -> tuple[int, dict[str, Any]]:
    bearer = {"authorization": f"Bearer {KEY}"}
    said = manage.handle(asked("GET", "/v1/stats", headers=bearer, query=query), CONTEXT)
    return said["statusCode"], json.loads(said["body"])


def lively(office: Office) -> None:
    """Eight came by one link, and three of them did not count; the fair brought one."""
    now = datetime.now(UTC)
    for n in range(8):
        made = office.comes(f"person{n}")
        office.tells(submitted(made), at=now)
        verdict = not_counted(made, Reason.DUPLICATE_OTHER_COMPANY) if n > 4 else counted_fact(made)
        office.tells(verdict, at=now)
    office.tells(submitted(office.comes("at-the-fair", OTHER)), at=now)
    clicks = Clicks(office.table)
    for kind in ("human", "human", "suspected_bot"):
        clicks.count(ACME, LINK, kind, now)
    clicks.count(ACME, OTHER, "human", now)


def figures_of(page: str) -> dict[str, str]:
    """The strip: what stands under each name."""
    named = re.findall(r"<dt>(.*?)</dt><dd>([\d,]+)", page)
    return dict(named)


def test_a_program_reads_the_funnel_and_its_series(office: Office) -> None:
    lively(office)
    status, said = answers()
    assert status == 200
    today = day(datetime.now(UTC)).isoformat()
    whole = {
        "visits": {"total": 4, "human": 3, "suspected_bot": 1},
        "submitted": 9,
        "verified": 6,
        "counted": 3,
        "not_counted": {"duplicate_other_company": 3},
        "reversed": 0,
    }
    assert {name: said[name] for name in whole} == whole
    assert (said["to"], said["granularity"], said["link_id"]) == (today, "day", None)
    assert len(said["series"]) == 30
    assert {name: said["series"][-1][name] for name in whole} == whole
    assert said["series"][-1]["from"] == today
    assert said["as_of"] == f"{today}T00:00:00Z"


def test_a_program_reads_one_link(office: Office) -> None:
    lively(office)
    _, said = answers(link_id=LINK, granularity="month")
    assert (said["link_id"], said["submitted"], said["verified"]) == (LINK, 6, 6)
    assert said["visits"] == {"total": 3, "human": 2, "suspected_bot": 1}
    _, said = answers(link_id=OTHER)
    assert (said["submitted"], said["visits"]["total"]) == (0, 1)


def test_weeks_begin_on_monday_and_end_with_what_was_asked(office: Office) -> None:
    _, said = answers(**{"from": "2026-03-04", "to": "2026-03-17", "granularity": "week"})
    parts = [(part["from"], part["to"]) for part in said["series"]]
    assert parts == [
        ("2026-03-04", "2026-03-08"),
        ("2026-03-09", "2026-03-15"),
        ("2026-03-16", "2026-03-17"),
    ]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"from": "2026-03-31", "to": "2026-03-01"}, "from"),
        ({"from": "2024-03-01", "to": "2025-03-02"}, "from"),
        ({"to": "2999-01-01"}, "to"),
        ({"from": "yesterday"}, "from"),
        ({"granularity": "hour"}, "granularity"),
    ],
)
def test_what_cannot_be_asked_is_named(office: Office, query: dict[str, str], field: str) -> None:
    status, said = answers(**query)
    assert status == 422
    assert list(said["fields"]) == [field]


def test_another_companys_link_is_no_link(office: Office) -> None:
    assert answers(link_id="lnk_elsewhere")[0] == 404
    assert shows("/console/figures", link_id="lnk_elsewhere")["statusCode"] == 404


def test_a_year_of_figures_is_three_requests_for_a_program_and_for_a_person(
    office: Office, counted: Counted
) -> None:
    lively(office)
    since = (day(datetime.now(UTC)) - timedelta(365)).isoformat()
    year = {"from": since, "granularity": "month", "link_id": LINK}
    counted.since()
    assert answers(**year)[0] == 200
    assert counted.since() == ["UpdateItem", "TransactGetItems", "Query"]
    assert shows("/console/figures", **year)["statusCode"] == 200
    assert counted.since() == ["UpdateItem", "Query", "TransactGetItems"]


def test_a_page_shows_the_same_as_a_table_behind_each_picture(office: Office) -> None:
    lively(office)
    page = shows("/console/figures")["body"]
    strip = {"Visits": "3", "Registered": "9", "Address verified": "6", "Counted": "3"}
    assert figures_of(page) == strip
    drawn = re.findall(r'data-chart="\w+" data-table="(\w+)"', page)
    assert set(drawn) == {"series", "reasons"}
    assert all(f'id="{table}"' in page for table in drawn)
    assert "Registered first by another company&#39;s link" in page
    assert "echarts" in page and "<style" not in page and " style=" not in page
    assert not re.search(r"<script(?![^>]* src=)", page)


def test_a_page_of_all_shows_each_link_that_was_opened_as_far_as_it_may(office: Office) -> None:
    lively(office)
    page = shows("/console/figures")["body"]
    rows = re.findall(r"link_id=(\w+-?\w*)&amp;.*?</tr>", page)
    assert rows == [LINK, OTHER], "the most visited comes first"
    figures = [
        re.findall(r'<td class="n" data-as="[^"]+">([\d,]+)</td>', row)
        for row in re.findall(r"link_id=.*?</tr>", page)
    ]
    assert figures == [["2", "1", "6", "3"], ["1", "0", "0", "0"]]


def test_a_year_of_many_links_is_three_requests_too(office: Office, counted: Counted) -> None:
    now, clicks = datetime.now(UTC), Clicks(office.table)
    for n in range(30):
        office.stores.links.add(a_link(f"l{n}"), a_doorway(f"l{n}"))
        clicks.count(ACME, LinkId(f"lnk_l{n}"), "human", now)
    since = (day(now) - timedelta(365)).isoformat()
    counted.since()
    page = shows("/console/figures", **{"from": since, "granularity": "month"})
    assert counted.since() == ["UpdateItem", "Query", "TransactGetItems"]
    assert len(re.findall(r"link_id=", page["body"])) in (6, 7)


def test_a_page_of_one_link_names_it_and_says_why_it_lags(office: Office) -> None:
    lively(office)
    page = shows("/console/figures", link_id=LINK)["body"]
    assert figures_of(page)["Registered"] == "6"
    assert "一次選考" in page and "Up to 3 may not show yet" in page
    assert "a later figure may be the higher one" in page


def test_a_page_of_nothing_says_what_will_be_there_and_loads_no_picture(office: Office) -> None:
    page = shows("/console/figures")["body"]
    assert "will be here" in page
    assert "data-chart" not in page


def test_what_was_typed_is_kept_beside_what_is_wrong_with_it(office: Office) -> None:
    answer = shows("/console/figures", **{"from": "2026-03-31", "to": "2026-03-01"})
    assert answer["statusCode"] == 422
    assert 'value="2026-03-31" aria-describedby="from-wrong" aria-invalid="true"' in answer["body"]
    assert "Choose a day no later than the last day." in answer["body"]


def test_every_mistake_has_its_sentence_in_both_languages(office: Office) -> None:
    lively(office)
    queries: list[dict[str, str]] = [
        {"from": "2024-03-01", "to": "2025-03-02"},
        {"to": "2999-01-01"},
        {"from": "x", "to": "<b>"},
        {"granularity": "hour"},
    ]
    for query in queries:
        for lang in ("ja", "en"):
            answer = shows("/console/figures", **query, lang=lang)
            assert answer["statusCode"] == 422
            assert "<b>" not in answer["body"]


def test_who_hired_nobody_of_ours_yet_sees_what_will_be_there(
    office: Office, counted: Counted
) -> None:
    counted.since()
    page = shows("/console/relays")
    assert page["statusCode"] == 200
    assert "will be here" in page["body"] and "<script" not in page["body"]
    assert len(counted.since()) == 3


def test_partners_are_shown_as_a_program_may_read_them(office: Office) -> None:
    more = {"people": 7, "open_people": 1}
    office.table.commit(
        office.table.new(keys.relay_to(ACME, BOLT), {"partner": BOLT, **more}),
        office.table.new(keys.relay_from(ACME, BOLT), {"partner": BOLT, "people": 2} | NOBODY),
    )
    page = shows("/console/relays")["body"]
    assert 'data-direction="to"' in page and 'data-n="6"' in page
    assert 'data-direction="from"' not in page, "two people are not shown"
    assert "co_bolt" not in page and "Industry and size not given" in page
