"""Job orders on the agency's pages: read whole, and taken on or not as they were read."""

import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from shared.domain.job_order import JobOrder, JobOrderState, Refusal
from shared.domain.locale import Locale
from shared.table import job_order_item, keys
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, JOBS, a_job_order
from tests.support.conditions import CONDITIONS, but
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.ordering import accept, accepted, close, kept, let_in_with_credits, post, reserve
from tests.support.table import fresh_table

LIST = "/agency/job-orders"


def path(order: JobOrder) -> str:
    return f"/agency/companies/{order.company_id}/job-orders/{order.job_order_id}"


def seen(page: str) -> str:
    found = re.search(r'name="seen" value="([0-9]+)"', page)
    assert found
    return found[1]


@pytest.fixture
def ada(desk: Desk) -> AtDesk:
    let_in(desk.stores)
    return at_desk(desk.table)


def test_those_to_answer_come_first_and_open_ones_by_company(desk: Desk, ada: AtDesk) -> None:
    let_in(desk.stores, BOLT)
    post(desk.stores, title="待つ求人")
    for n, company_id in ((2, BOLT), (3, ACME), (4, BOLT)):
        accepted(desk.stores, JOBS[n], company_id=company_id, title=f"求人{n}")
    close(desk.stores, accepted(desk.stores, JOBS[5], title="終えた求人"))
    status, page = ada.reads(LIST)
    assert status == 200 and "終えた求人" not in page
    titles = re.findall(r"<bdi>((?:待つ)?求人\d?)</bdi>", page)
    assert titles == ["待つ求人", "求人3", "求人2", "求人4"]
    assert f'href="{path(a_job_order())}"' in page


def test_an_order_is_taken_on_once_and_the_page_says_so(desk: Desk, ada: AtDesk) -> None:
    order = post(desk.stores)
    status, page = ada.reads(path(order))
    assert status == 200 and CONDITIONS["duties"] in page and "tag bad" not in page
    for _ in range(2):
        led = ada.sends(f"{path(order)}/accept", once="word", seen=seen(page))
        assert led == (303, f"{path(order)}?done=accepted")
    assert kept(desk.stores, order).state is JobOrderState.ACCEPTED
    assert "求人を受け付けました" in ada.reads(f"{path(order)}?done=accepted")[1]
    [act] = desk.knows("/audit-log")["items"]
    assert (act["what"], act["who"]) == ("job_order.accept", ada.person)


@pytest.mark.parametrize("verdict", ["accept", "refuse"])
def test_what_the_company_changed_meanwhile_is_read_before_it_is_decided(
    desk: Desk, ada: AtDesk, verdict: str
) -> None:
    order = post(desk.stores)
    read = seen(ada.reads(path(order))[1])
    other = replace(order, title="別の職種")
    desk.stores.job_orders.change(order, other)
    why = {"reason": Refusal.UNLAWFUL_CONTENT, "text": "時給の記載"}
    status, page = ada.sends(f"{path(order)}/{verdict}", seen=read, **why)
    assert status == 409 and "別の職種" in page and "企業が内容を変えました" in page
    assert kept(desk.stores, order).state is JobOrderState.POSTED
    assert desk.knows("/audit-log")["items"] == []
    assert ada.sends(f"{path(order)}/{verdict}", seen=seen(page), **why)[0] == 303


def test_a_form_without_what_was_read_decides_nothing(desk: Desk, ada: AtDesk) -> None:
    order = post(desk.stores)
    assert ada.sends(f"{path(order)}/accept")[0] == 409
    assert kept(desk.stores, order).state is JobOrderState.POSTED


@pytest.mark.parametrize("reason", [*Refusal])
def test_an_order_is_refused_for_a_lawful_reason_in_words(
    desk: Desk, ada: AtDesk, reason: Refusal
) -> None:
    order = post(desk.stores)
    form = {"seen": "0", "reason": reason, "text": "時給の記載"}
    assert ada.sends(f"{path(order)}/refuse", **form)[0] == 303
    page = ada.reads(path(order))[1]
    assert "時給の記載" in page and reason not in page and f"{path(order)}/refuse" not in page


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"text": "説明"}, "reason"),
        ({"reason": "too_far", "text": "説明"}, "reason"),
        ({"reason": "unlawful_content"}, "text"),
        ({"reason": "unlawful_content", "text": "説" * 301}, "text"),
    ],
)
def test_a_refusal_without_reason_or_words_is_asked_for_beside_its_field(
    desk: Desk, ada: AtDesk, form: dict[str, str], field: str
) -> None:
    order = post(desk.stores)
    status, page = ada.sends(f"{path(order)}/refuse", seen="0", **form)
    assert status == 422 and f'id="{field}-wrong"' in page
    assert form.get("text", "") in page
    assert kept(desk.stores, order).state is JobOrderState.POSTED


def test_what_the_law_asks_for_and_the_order_leaves_out_is_marked(desk: Desk, ada: AtDesk) -> None:
    fixed = {"term": "fixed", "starts_on": "2099-04-01", "ends_on": "2100-03-31"}
    lacking = but("workplace_change", ..., {**CONDITIONS, "contract": fixed})
    page = ada.reads(path(post(desk.stores, conditions=lacking)))[1]
    assert "明示が足りません: 契約期間、勤務地が変わる範囲。" in page
    assert page.count('<span class="tag bad">明示が足りません') == 2


def test_the_fee_of_another_income_is_reckoned_by_the_orders_rules(desk: Desk, ada: AtDesk) -> None:
    order = accepted(desk.stores)
    assert "2,100,000" in ada.reads(path(order))[1]
    page = ada.reads(f"{path(order)}?{urlencode({'income': '8,000,000円'})}")[1]
    assert "2,800,000" in page and ">700,000<" in page and 'value="8,000,000円"' in page


@pytest.mark.parametrize("income", ["八百万", "0", "-5", "1000000001", "1e6"])
def test_an_income_that_is_none_is_said_beside_its_field(
    desk: Desk, ada: AtDesk, income: str
) -> None:
    order = accepted(desk.stores)
    status, page = ada.reads(f"{path(order)}?{urlencode({'income': income})}")
    assert status == 422 and 'id="income-wrong"' in page and f'value="{income}"' in page


def test_closing_says_what_becomes_of_the_credit_and_lets_it_go(desk: Desk) -> None:
    let_in_with_credits(desk.stores, 1)
    ada, order = at_desk(desk.table), accepted(desk.stores)
    reserve(desk.stores, order)
    assert "引き当てた枠1は企業に戻ります" in ada.reads(path(order))[1]
    ours = seen(ada.reads(path(order))[1])
    assert ada.sends(f"{path(order)}/close", seen=ours) == (303, f"{path(order)}?done=closed")
    assert kept(desk.stores, order).state is JobOrderState.CLOSED
    assert desk.stores.credits.standing(ACME).head.available == 1


def test_an_order_that_is_over_is_shown_as_it_is_now(desk: Desk, ada: AtDesk) -> None:
    order = post(desk.stores)
    close(desk.stores, order)
    for act in ("accept", "refuse"):
        form = {"seen": "0", "reason": "unlawful_content", "text": "説明"}
        status, page = ada.sends(f"{path(order)}/{act}", **form)
        assert status == 409 and "すでに終了しています" in page


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("state", [*JobOrderState])
def test_an_order_in_any_state_is_a_page(
    desk: Desk, ada: AtDesk, state: JobOrderState, locale: Locale
) -> None:
    order = accept(desk.stores, post(desk.stores))
    put = job_order_item.to_item(replace(order, state=state, refusal=Refusal.ORGANISED_CRIME))
    gone = [name for name, value in put.items() if value is None]
    key = keys.job_order(ACME, order.job_order_id)
    desk.table.commit(desk.table.change(key, put=put, remove=gone))
    for where in (path(order), f"/agency/companies/{ACME}/job-orders"):
        assert ada.reads(f"{where}?lang={locale}")[0] == 200


def test_another_companys_order_is_not_found(desk: Desk, ada: AtDesk) -> None:
    let_in(desk.stores, BOLT)
    order = replace(post(desk.stores), company_id=BOLT)
    assert ada.reads(path(order))[0] == ada.sends(f"{path(order)}/close")[0] == 404


def test_ten_thousand_orders_are_read_page_by_page_in_three_requests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Counted()
    desk = desk_over(fresh_table(counted.client), monkeypatch)
    let_in(desk.stores)
    orders = [a_job_order(f"job_01KJP7T0W0{n:016}") for n in range(80)]
    for n, order in enumerate(orders):
        state = JobOrderState.ACCEPTED if n % 2 else JobOrderState.POSTED
        item = job_order_item.to_item(replace(order, state=state))
        desk.table.commit(desk.table.new(keys.job_order(ACME, order.job_order_id), item))
    ada, met, where = at_desk(desk.table), list[str](), [LIST]
    while where:
        counted.since()
        status, page = ada.reads(where.pop())
        assert status == 200 and len(counted.since()) <= 1 + 3
        met += re.findall(r"/job-orders/(job_\w+)", page)
        following = re.findall(r'rel="next" href="([^"]+)"', page)[:1]
        where = [found.replace("&amp;", "&") for found in following]
    assert {*met} == {order.job_order_id for order in orders}


def test_one_that_is_not_taken_on_is_answered_and_one_that_was_changed_read_before_it_is_closed(
    desk: Desk, ada: AtDesk
) -> None:
    order = post(desk.stores)
    assert "/close" not in ada.reads(path(order))[1]
    accept(desk.stores, order)
    assert ada.sends(f"{path(order)}/close", seen="7")[0] == 409
    assert kept(desk.stores, order).state is JobOrderState.ACCEPTED
