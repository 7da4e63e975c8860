"""Job orders by their handlers: what is answered, and what is asked of DynamoDB for it."""

import json
from typing import Any

import pytest

import functions.manage.company as company_page
import functions.manage.handler as manage
import functions.manage.job_orders as job_orders
import functions.manage.leaving as leaving
import functions.manage.reservations as reservations
import functions.place.handler as place
import functions.place.job_orders as desk_orders
import functions.place.ordering as ordering
from shared import acts
from shared.domain.access import AGENCY_SCOPES, COMPANY_SCOPES, Caller
from shared.mint import key_digest
from shared.table import keys
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME
from tests.support.conditions import CONDITIONS, ORDER, but
from tests.support.counting import Counted
from tests.support.keys_used import used_today
from tests.support.ordering import let_in_with_credits
from tests.support.stores import Stores, on_table
from tests.support.table import fresh_table
from tests.support.wired import wire

ONE = "/v1/job-orders"
DESK = f"/v1/agency/companies/{ACME}/job-orders"
READ_AND_COMMIT = ["TransactGetItems", "TransactWriteItems"]


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture(autouse=True)
def stores(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Stores:
    """An approved company with two credits."""
    table = fresh_table(counted.client)
    desk = place, desk_orders, ordering
    modules = (manage, job_orders, reservations, leaving, company_page, acts, *desk)
    wire(monkeypatch, table, *modules)
    stores = on_table(table)
    let_in_with_credits(stores, 2)
    company = Caller("key_1", "company", frozenset(COMPANY_SCOPES), ACME)
    used_today(stores.api_keys, "company", company)
    stores.api_keys.add(key_digest("desk"), Caller("key_2", "agency", frozenset(AGENCY_SCOPES)))
    poster = Caller("key_3", "company", frozenset({"job_orders:write"}), ACME)
    used_today(stores.api_keys, "poster", poster)
    return stores


def said(
    method: str, path: str, body: Any = None, by: str = "company", key: str = "", query: Any = None
) -> tuple[int, Any]:
    once = {"idempotency-key": key} if key else {}
    headers = {"authorization": f"Bearer {by}", **once}
    handle = place.handle if by == "desk" else manage.handle
    reply = handle(asked(method, path, body, headers, query), CONTEXT)
    return reply["statusCode"], json.loads(reply["body"]) if reply["body"] else None


def posted(body: Any = ORDER) -> str:
    status, made = said("POST", ONE, body)
    assert status == 201, made
    return str(made["job_order_id"])


def accepted(body: Any = ORDER) -> str:
    name = posted(body)
    assert said("POST", f"{DESK}/{name}/accept", by="desk")[0] == 200
    return name


def asked_of(counted: Counted, *request: Any, status: int = 200, **how: Any) -> list[str]:
    """Without the one for the API key."""
    counted.since()
    answered, body = said(*request, **how)
    assert answered == status, body
    key, *rest = counted.since()
    assert key == ("GetItem" if how.get("by") == "desk" else "UpdateItem")
    return rest


def test_posting_is_one_and_reading_is_one(counted: Counted) -> None:
    assert asked_of(counted, "POST", ONE, ORDER, status=201) == ["TransactWriteItems"]
    [order] = said("GET", ONE)[1]["items"]
    assert asked_of(counted, "GET", ONE) == ["Query"]
    assert asked_of(counted, "GET", f"{ONE}/{order['job_order_id']}") == ["GetItem"]


def test_reserving_is_two_and_one_for_the_key(counted: Counted) -> None:
    path = f"{ONE}/{accepted()}/credit"
    reserve = asked_of(counted, "POST", path, status=201, key="k")
    assert reserve == ["GetItem", "Query", "TransactWriteItems"]


def test_letting_go_and_closing_are_two(counted: Counted) -> None:
    name = accepted()
    said("POST", f"{ONE}/{name}/credit")
    assert asked_of(counted, "DELETE", f"{ONE}/{name}/credit", status=204) == READ_AND_COMMIT
    said("POST", f"{ONE}/{name}/credit")
    close = asked_of(counted, "PATCH", f"{ONE}/{name}", {"state": "closed"})
    assert close == READ_AND_COMMIT


def test_a_refused_reservation_is_two_as_well(counted: Counted) -> None:
    first, second, third = accepted(), accepted(), accepted()
    for name in (first, second):
        assert said("POST", f"{ONE}/{name}/credit")[0] == 201
    for name, status in ((third, 402), (first, 409)):
        path = f"{ONE}/{name}/credit"
        refusal = asked_of(counted, "POST", path, status=status)
        assert refusal == ["Query", "GetItem"]


def test_the_agencys_word_is_two(counted: Counted) -> None:
    name, other = posted(), posted()
    why = {"reason": "unlawful_content", "text": "理由"}
    accept = asked_of(counted, "POST", f"{DESK}/{name}/accept", by="desk")
    refuse = asked_of(counted, "POST", f"{DESK}/{other}/refuse", why, by="desk")
    assert accept == refuse == ["GetItem", "TransactWriteItems"]
    assert asked_of(counted, "GET", "/v1/agency/job-orders", by="desk") == ["Query"]


def test_an_order_shows_its_fee_before_a_credit_is_reserved() -> None:
    name = accepted(but("annual_income_jpy", 8_000_000))
    order = said("GET", f"{ONE}/{name}")[1]
    assert order["fee"] == {
        "without_credit_jpy": 2_800_000,
        "with_credit_jpy": 700_000,
        "covered_income_jpy": 6_000_000,
        "income_jpy": 8_000_000,
        "rule_version": 1,
    }
    status, problem = said("POST", f"{ONE}/{name}/credit")
    assert (status, problem["code"]) == (409, "fee_difference_not_accepted")
    agreed = {"accepted_difference_jpy": problem["difference_jpy"]}
    status, credit = said("POST", f"{ONE}/{name}/credit", agreed)
    assert (status, credit["number"], credit["state"]) == (201, 1, "reserved")
    assert said("GET", f"{ONE}/{name}")[1]["credit"] == credit


def test_the_same_key_is_answered_in_the_same_words() -> None:
    path = f"{ONE}/{accepted()}/credit"
    first, second = (said("POST", path, {}, key="k") for _ in range(2))
    assert first == second and first[0] == 201
    other = said("POST", path, {"accepted_difference_jpy": 1}, key="k")
    assert (other[0], other[1]["code"]) == (409, "idempotency_mismatch")


def test_a_key_that_posts_orders_spends_no_credit() -> None:
    name = accepted()
    for method in ("POST", "DELETE"):
        status, problem = said(method, f"{ONE}/{name}/credit", by="poster")
        assert (status, problem["code"]) == (403, "insufficient_scope")


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (but("closes_on", "2020-01-01"), {"closes_on": "malformed"}),
        (but("penalty_clause_acknowledged", False), {"penalty_clause_acknowledged": "needed"}),
        (but("conditions.workplace", ...), {"conditions.workplace": "missing"}),
        (but("conditions.wage.to_jpy", 1), {"conditions.wage.to_jpy": "malformed"}),
        (
            but("conditions.contract.starts_on", "2020-01-01"),
            {"conditions.contract.starts_on": "malformed"},
        ),
        (but("annual_income_jpy", 3_839_999), {"annual_income_jpy": "malformed"}),
        ([], {"body": "malformed"}),
    ],
)
def test_a_mistake_in_an_order_is_named_and_nothing_is_posted(body: Any, fields: Any) -> None:
    status, problem = said("POST", ONE, body)
    assert (status, problem.get("fields")) == (422, fields)
    assert said("GET", ONE)[1]["items"] == []


def test_a_change_is_another_fee_and_an_accepted_order_says_its_state() -> None:
    name = posted()
    path = f"{ONE}/{name}"
    status, order = said("PATCH", path, {"annual_income_jpy": 9_000_000, "title": "データ基盤"})
    assert (status, order["title"], order["fee"]["with_credit_jpy"]) == (
        200,
        "データ基盤",
        1_050_000,
    )
    assert said("PATCH", path, {"closes_on": "2020-01-01"})[0] == 422
    said("POST", f"{DESK}/{name}/accept", by="desk")
    status, problem = said("PATCH", path, {"title": "x"})
    assert (status, problem["code"], problem["state"]) == (409, "state_forbids", "accepted")


def test_a_change_is_held_to_what_the_order_says_by_then() -> None:
    path = f"{ONE}/{posted(but('annual_income_jpy', 4_000_000))}"
    started = but("contract.starts_on", "2020-01-01", CONDITIONS)
    status, problem = said("PATCH", path, {"conditions": started})
    assert (status, problem["fields"]) == (422, {"conditions.contract.starts_on": "malformed"})
    paid_more = but("wage", {"per": "year", "from_jpy": 6_000_000, "to_jpy": 7_000_000}, CONDITIONS)
    status, problem = said("PATCH", path, {"conditions": paid_more})
    assert (status, problem["fields"]) == (422, {"annual_income_jpy": "malformed"})
    assert "80 %" in problem["detail"]
    assert said("PATCH", path, {"conditions": paid_more, "annual_income_jpy": 6_000_000})[0] == 200


def test_the_notice_a_company_acknowledges_is_the_one_its_order_names() -> None:
    notices = [said("GET", f"{ONE}/notice", query={"locale": of})[1] for of in ("ja", "en")]
    assert said("GET", f"{ONE}/notice")[1] == notices[0]
    assert notices[0]["version"] == notices[1]["version"]
    order = said("GET", f"{ONE}/{posted()}")[1]
    assert order["penalty_notice_version"] == notices[0]["version"]


def test_the_desk_turns_its_pages_and_takes_no_page_it_did_not_give() -> None:
    names = [posted() for _ in range(3)]
    path = "/v1/agency/job-orders"
    found, cursor = list[str](), ""
    while True:
        page = said("GET", path, by="desk", query={"limit": "2", "cursor": cursor})[1]
        found += [order["job_order_id"] for order in page["items"]]
        if not (cursor := page["next_cursor"]):
            break
    assert found == names
    for made_up in ("x", "e30=", "e30", "eyJwayI6MX0=", "e3h9"):
        status, problem = said("GET", path, by="desk", query={"cursor": made_up})
        assert (status, problem.get("fields")) == (422, {"cursor": "malformed"}), made_up
    assert said("GET", path, by="desk", query={"state": "closed"})[0] == 422


def test_the_desk_refuses_for_lawful_reasons_alone() -> None:
    name = posted()
    path = f"{DESK}/{name}/refuse"
    assert said("POST", path, {"reason": "too_busy", "text": "x"}, by="desk")[0] == 422
    why = {"reason": "conditions_not_stated", "text": "契約更新の基準"}
    status, order = said("POST", path, why, by="desk")
    assert (status, order["state"], order["refusal"]) == (200, "refused", why)
    assert said("POST", path, why, by="desk") == (200, order)
    assert said("GET", f"{ONE}/{name}")[1] == order


def test_the_desk_closes_an_order_and_its_credit_is_available_again(stores: Stores) -> None:
    name = accepted()
    said("POST", f"{ONE}/{name}/credit")
    assert stores.ledgers.head(ACME).available == 1
    for _ in range(2):
        status, order = said("POST", f"{DESK}/{name}/close", by="desk")
        assert (status, order["state"], order["credit"]) == (200, "closed", None)
    assert stores.ledgers.head(ACME).available == 2
    assert [o["state"] for o in said("GET", DESK, by="desk")[1]["items"]] == ["closed"]


def test_nobodys_order_is_not_found() -> None:
    for method, path, by in (
        ("GET", f"{ONE}/job_x", "company"),
        ("POST", f"{ONE}/job_x/credit", "company"),
        ("DELETE", f"{ONE}/job_x/credit", "company"),
        ("GET", f"{DESK}/job_x", "desk"),
        ("POST", f"{DESK}/job_x/accept", "desk"),
        ("POST", f"{DESK}/job_x/close", "desk"),
        ("GET", "/v1/agency/companies/co_x/job-orders", "desk"),
    ):
        assert said(method, path, by=by)[0] == 404, path
    assert said("PATCH", f"{ONE}/job_x", {"state": "closed"})[0] == 404


def log(stores: Stores) -> list[tuple[str, str, Any]]:
    table = stores.companies.table  # type: ignore[union-attr]
    found = table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)
    return [(item["what"], item["key_id"], item["told"]) for item in found]


def test_each_act_of_a_company_is_in_its_log_once_and_none_of_the_desks(stores: Stores) -> None:
    name = posted()
    path = f"{ONE}/{name}"
    changed = {"title": "SRE", "openings": 2}
    for _ in range(2):
        assert said("PATCH", path, changed, key="changes")[0] == 200
    said("POST", f"{DESK}/{name}/accept", by="desk")
    for _ in range(2):
        assert said("POST", f"{path}/credit", key="reserves")[0] == 201
        assert said("DELETE", f"{path}/credit", by="company")[0] == 204
    for _ in range(2):
        assert said("PATCH", path, {"state": "closed"})[0] == 200
    told = {
        "title.before": "バックエンドエンジニア",
        "title.after": "SRE",
        "openings.before": "1",
        "openings.after": "2",
    }
    noted = log(stores)
    assert [what for what, *_ in noted] == [
        "job_order.post",
        "job_order.change",
        "credit.reserve",
        "credit.release",
        "job_order.close",
    ]
    assert {key for _, key, _ in noted} == {"key_1"} and noted[1][2] == told


def test_what_was_refused_is_not_in_the_log(stores: Stores) -> None:
    name = posted(but("annual_income_jpy", 8_000_000))
    said("POST", f"{DESK}/{name}/accept", by="desk")
    assert said("POST", f"{ONE}/{name}/credit")[0] == 409
    assert said("POST", f"{ONE}/{name}/credit", by="poster")[0] == 403
    assert [what for what, *_ in log(stores)] == ["job_order.post"]


def test_a_company_leaves_once_and_hears_the_same_twice(stores: Stores) -> None:
    first, second = (said("POST", "/v1/leave", key="leaves") for _ in range(2))
    assert first == second and first[0] == 200
    assert (first[1]["credits_available"], first[1]["status"]) == (2, "left")
    assert [what for what, *_ in log(stores)] == ["company.leave"]
    assert said("POST", "/v1/leave")[0] == 409


def test_whether_it_is_named_to_partners_is_in_the_log(stores: Stores) -> None:
    assert said("PATCH", "/v1/company", {"shows_partners": True})[1]["shows_partners"] is True
    assert log(stores) == [("company.change", "key_1", {"shows_partners.after": "true"})]
