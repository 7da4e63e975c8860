"""The registers over the API: as a spreadsheet, as JSON, page by page, and what is added."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

import functions.place.amending as amending
import functions.place.handler as place
import functions.place.registers as routes
from shared import acts
from shared.domain.access import AGENCY_SCOPES, Caller
from shared.domain.ids import CompanyId
from shared.domain.registers import FEES, ORDERS, SEEKERS, Kind, kept_until
from shared.mint import key_digest
from shared.table import keys, registers
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import BOLT
from tests.support.office import JOINED, Office
from tests.support.placing import a_file, a_line, an_order, introduced
from tests.support.stores import on_table
from tests.support.wired import wire

MANAGER, ADVISER = "manager", "adviser"
SPRING = {"from": "2026-03", "to": "2026-05"}


@pytest.fixture
def office(table: Table, monkeypatch: pytest.MonkeyPatch) -> Office:
    wire(monkeypatch, table, acts, place, routes, amending)
    stores = on_table(table)
    for who, scopes in ((MANAGER, AGENCY_SCOPES), (ADVISER, AGENCY_SCOPES[:2])):
        caller = Caller(f"key_{who}", "agency", frozenset(scopes))
        stores.api_keys.add(key_digest(f"cra_test_{who}"), caller)
    let_in(stores, BOLT)
    office = Office(table)
    office.open()
    office.introduce()
    return office


def said(
    method: str, path: str, body: Any = None, who: str = MANAGER, status: int = 200, **query: str
) -> dict[str, Any]:
    headers = {"authorization": f"Bearer cra_test_{who}"}
    event = asked(method, f"/v1/agency/registers/{path}", body, headers, query)
    reply: dict[str, Any] = place.handle(event, CONTEXT)
    assert reply["statusCode"] == status, reply
    return reply


def get(kind: str, who: str = MANAGER, status: int = 200, **query: Any) -> dict[str, Any]:
    return said("GET", kind, None, who, status, **{**SPRING, **query})


def items(kind: str, **query: Any) -> list[Any]:
    return list(json.loads(get(kind, **query)["body"])["items"])


def rows(reply: dict[str, Any]) -> list[list[str]]:
    text = str(reply["body"])
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


@pytest.mark.parametrize(("kind", "head"), [("seekers", SEEKERS), ("orders", ORDERS)])
def test_a_register_is_a_spreadsheet_in_the_official_order(
    office: Office, kind: str, head: tuple[str, ...]
) -> None:
    reply = get(kind, format="csv")
    first, only = rows(reply)
    assert tuple(first) == head
    assert "株式会社あおぞら製作所" in only or "株式会社ボルト" in only
    assert reply["headers"]["Content-Type"] == "text/csv; charset=utf-8"
    name = f'attachment; filename="career-relay-{kind}-2026-03-2026-05.csv"'
    assert reply["headers"]["Content-Disposition"] == name
    assert "Link" not in reply["headers"]


def test_a_free_hire_is_in_the_fee_register_with_0_and_its_credit(office: Office) -> None:
    office.join()
    head, only = rows(get("fees", format="csv"))
    assert tuple(head) == FEES
    assert (only[0], only[3]) == ("株式会社あおぞら製作所", "0")
    assert "紹介枠crd_1を充当" in only[4]
    [fee] = items("fees")
    assert (fee["fee_jpy"], fee["credit_id"]) == (0, "crd_1")
    assert fee["payer"]["name"] == "株式会社あおぞら製作所"


def test_json_says_of_an_introduction_what_the_spreadsheet_does(office: Office) -> None:
    office.join()
    [seeker], [order] = items("seekers"), items("orders")
    [dealing] = seeker["dealings"]
    assert (dealing["result"], dealing["left_alone_until"]) == ("hired", "2028-04-14")
    assert order["dealings"][0]["other"] == "Ada"
    assert order["employer"]["contact"] == "青空 花子 saiyo@aozora.example"


def test_a_long_register_goes_on_where_its_link_says(office: Office) -> None:
    start = datetime(2026, 3, 28, tzinfo=UTC)
    for n in range(8):
        office.does(office.registers.taken_on(a_file(f"p{n}", start + timedelta(days=n))))
    found = list[str]()
    query: dict[str, Any] = {"format": "csv", "limit": "2"}
    for _ in range(9):
        reply = get("seekers", **query)
        found += [row[0] for row in rows(reply)[1:]]
        if "Link" not in reply["headers"]:
            break
        there, _, kind = reply["headers"]["Link"].partition("; ")
        url = urlsplit(there.strip("<>"))
        assert (kind, url.path) == ('rel="next"', "/v1/agency/registers/seekers")
        query = dict(parse_qsl(url.query))
    assert found == ["Ada", *(f"P{n}" for n in range(8))]


def test_json_goes_on_at_its_cursor_and_ends(office: Office) -> None:
    office.does(office.registers.taken_on(a_file("ben", datetime(2026, 5, 2, tzinfo=UTC))))
    first = json.loads(get("seekers", limit="1")["body"])
    second = json.loads(get("seekers", limit="1", cursor=first["next_cursor"])["body"])
    names = [one["items"][0]["name"] for one in (first, second)]
    assert names == ["Ada", "Ben"]
    rest = second["next_cursor"]
    assert rest is None or json.loads(get("seekers", limit="1", cursor=rest)["body"]) == {
        "items": [],
        "next_cursor": None,
    }


def test_other_months_are_not_in_it(office: Office) -> None:
    assert items("seekers", **{"from": "2026-04", "to": "2026-12"}) == []


@pytest.mark.parametrize("kind", [*Kind])
def test_only_a_manager_reads_them(office: Office, kind: str) -> None:
    assert json.loads(get(kind, who=ADVISER, status=403)["body"])["code"] == "insufficient_scope"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"from": "2026-3"}, "from"),
        ({"to": "2026-13"}, "to"),
        ({"to": "2026-02"}, "to"),
        ({"from": "2001-01"}, "to"),
        ({"format": "xlsx"}, "format"),
        ({"limit": "0"}, "limit"),
        ({"cursor": "bm9uc2Vuc2U="}, "cursor"),
        ({"cursor": "MjAyNi0wNy9jbmRfMQ=="}, "cursor"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_name(
    office: Office, query: dict[str, str], field: str
) -> None:
    body = json.loads(get("seekers", status=422, **query)["body"])
    assert [*body["fields"]] == [field]


def test_what_no_act_tells_is_added_and_shown(office: Office) -> None:
    said("PATCH", f"seekers/{office.file.candidate_id}", {"born_on": "1990-01-31"}, ADVISER)
    said("PATCH", f"seekers/{office.file.candidate_id}", {"address": "東京都千代田区"}, ADVISER)
    said("PATCH", f"employers/{BOLT}", {"address": "大阪市"})
    said("PATCH", f"employers/{BOLT}", {"phone": "06-1234-5678"})
    [seeker], [order] = items("seekers"), items("orders")
    assert (seeker["born_on"], seeker["address"]) == ("1990-01-31", "東京都千代田区")
    assert (order["employer"]["address"], order["employer"]["phone"]) == ("大阪市", "06-1234-5678")


def test_a_fee_collected_is_complete_that_day(office: Office) -> None:
    office.join(a_line(office.made, JOINED))
    path = f"fees/2026-04/{office.made.recommendation_id}"
    said("PATCH", path, {"collected_on": "2026-05-31"})
    assert items("fees")[0]["collected_on"] == "2026-05-31"
    assert office.fee_item[keys.EXPIRES] == int(kept_until(date(2026, 5, 31)).timestamp())


def test_whether_they_stayed_and_what_was_paid_back_is_in_both_registers(office: Office) -> None:
    office.join(a_line(office.made, JOINED))
    path = f"fees/2026-04/{office.made.recommendation_id}"
    said("PATCH", path, {"stay": "stayed", "refund_jpy": 500_000})
    for kind in ("seekers", "orders"):
        [dealing] = items(kind)[0]["dealings"]
        assert (dealing["stay"], dealing["refund_jpy"]) == ("stayed", 500_000)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("seekers/cnd_1", {"address": "x"}, 404),
        ("seekers/cnd_01KJP7T0W08X2MVAXQNQSH0MKJ", {"address": "x"}, 404),
        ("employers/co_nobody", {"address": "x"}, 404),
        ("fees/2026-04/rec_nobody", {"stay": "stayed"}, 404),
        ("fees/2026-13/rec_nobody", {"stay": "stayed"}, 422),
        ("fees/2026-04/{rec}", {}, 422),
        ("fees/2026-04/{rec}", {"collected_on": "2026-05-31"}, 422),
        ("fees/2026-04/{rec}", {"refund_jpy": 1}, 422),
        ("fees/2026-04/{rec}", {"stay": "perhaps"}, 422),
        ("seekers/{cnd}", {"born_on": "2999-01-01"}, 422),
        ("seekers/{cnd}", {"nickname": "x"}, 422),
    ],
)
def test_what_cannot_be_added_is_refused(
    office: Office, path: str, body: dict[str, Any], status: int
) -> None:
    office.join()
    before = [office.seeker_item, office.fee_item]
    named = path.format(rec=office.made.recommendation_id, cnd=office.file.candidate_id)
    said("PATCH", named, body, status=status)
    assert [office.seeker_item, office.fee_item] == before


def test_an_order_of_many_introductions_has_a_line_for_each(office: Office) -> None:
    for n in range(3):
        file = a_file(f"p{n}")
        made = introduced(file, office.order)
        office.does(office.registers.introduced(made, file, "x", office.order, JOINED))
    lines = rows(get("orders", format="csv"))[1:]
    assert sorted(line[11] for line in lines) == ["Ada", "P0", "P1", "P2"]
    assert {line[-1] for line in lines} == {office.order.job_order_id}


def test_a_company_that_is_not_there_leaves_its_columns_empty(office: Office) -> None:
    lost = replace(an_order(), company_id=CompanyId("co_gone"))
    office.does(office.registers.order_taken_on(lost))
    [line] = [r for r in rows(get("orders", format="csv"))[1:] if r[-1] == lost.job_order_id]
    assert line[:3] == ["", "", ""]
    assert registers.order(lost.job_order_id).pk == "REGISTER#orders#2026-03"
