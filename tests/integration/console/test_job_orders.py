"""Job orders by hand: the form, the credit, who may, and what the log says of it."""

import re
from html import unescape
from typing import Any

import pytest

from shared.domain.ids import CompanyId
from shared.domain.job_order import JobOrderState, Refusal
from shared.domain.locale import Locale
from shared.domain.seat import CompanyRole
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, JOBS
from tests.support.ordering import accepted, credits, kept, post, refuse, reserve
from tests.support.sat import hidden, sat
from tests.support.stores import Stores

HERE = "/console/job-orders"
TYPED = {
    "title": "バックエンドエンジニア",
    "annual_income_jpy": "６，０００，０００",
    "openings": "2",
    "employer": "株式会社あおぞら製作所",
    "duties": "予約サイトの開発",
    "duties_change": "変更なし",
    "workplace": "東京本社",
    "workplace_change": "全国の支社",
    "dispatch": "no",
    "contract-term": "indefinite",
    "trial-months": "3",
    "hours-system": "fixed",
    "hours-stated": "9:00-18:00",
    "hours-break_minutes": "60",
    "hours-overtime_hours_per_month": "10",
    "hours-holidays": "土日祝",
    "wage-per": "month",
    "wage-from_jpy": "400,000",
    "wage-to_jpy": "500000",
    "insurance-health": "on",
    "insurance-pension": "on",
    "smoking": "prohibited",
    "penalty_clause_acknowledged": "on",
}


def table_of(relay: Stores) -> Table:
    found = relay.companies.table  # type: ignore[union-attr]
    assert isinstance(found, Table)
    return found


def log(relay: Stores, company_id: CompanyId = ACME) -> list[tuple[str, str, Any]]:
    found = table_of(relay).all_of(keys.of_company(company_id), keys.AUDIT_PREFIX)
    return [(item["what"], item["about"], item["told"]) for item in found]


def orders(relay: Stores, company_id: CompanyId = ACME) -> list[Any]:
    return list(relay.job_orders.page(company_id, limit=50, after=None)[0])


def test_what_is_typed_is_the_job_order_the_api_would_make(relay: Stores) -> None:
    owner = sat(table_of(relay), CompanyRole.RECRUITER)
    status, where = owner.sends(HERE, TYPED)
    [order] = orders(relay)
    assert (status, where) == (303, f"{HERE}/{order.job_order_id}?done=posted")
    assert (order.income_jpy, order.openings, order.conditions["wage"]) == (
        6_000_000,
        2,
        {"per": "month", "from_jpy": 400_000, "to_jpy": 500_000},
    )
    assert order.conditions["insurance"] == ["health", "pension"]
    assert log(relay) == [("job_order.post", order.job_order_id, {})]
    assert "求人を申し込みました" in owner.reads(where)[1]


def test_a_form_sent_twice_posts_one_order_and_leads_to_it_twice(relay: Stores) -> None:
    owner = sat(table_of(relay))
    once = {"once": hidden(owner.reads(f"{HERE}/new")[1], "once")}
    first, second = (owner.sends(HERE, TYPED | once) for _ in range(2))
    assert first == second and first[0] == 303
    assert len(orders(relay)) == len(log(relay)) == 1
    assert owner.sends(HERE, TYPED | once | {"title": "別の求人"})[0] == 303
    assert len(orders(relay)) == 2


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "職種を書いてください。"),
        ("annual_income_jpy", "六百万", "円の数字で書いてください。"),
        ("annual_income_jpy", "3000000", "80%以上"),
        ("wage-to_jpy", "1", "下限以上の額"),
        ("closes_on", "2020-01-01", "今日から先の日付"),
        ("contract-ends_on", "2099-01-01", "期間の定めがないときは空欄"),
        ("penalty_clause_acknowledged", "", "チェックを入れてください"),
        ("dispatch", "", "雇用するかどうかを選んでください"),
        ("contract-term", "", "期間の定めがあるかどうかを選んでください"),
        ("hours-system", "never", "労働時間の制度を選んでください"),
        ("wage-per", "", "賃金の単位を選んでください"),
        ("smoking", "", "受動喫煙への対策を選んでください"),
    ],
)
def test_a_mistake_stands_beside_its_field_and_what_was_typed_stays(
    relay: Stores, field: str, value: str, said: str
) -> None:
    status, page = sat(table_of(relay)).sends(HERE, TYPED | {field: value})
    assert status == 422
    beside = re.search(rf'id="{field}-wrong">([^<]+)', page)
    assert beside and said in beside[1]
    assert f'href="#{field}"' in page and 'value="400,000"' in page
    assert orders(relay) == [] and log(relay) == []


def test_an_empty_form_has_nothing_chosen_and_nothing_ticked(relay: Stores) -> None:
    page = sat(table_of(relay)).reads(f"{HERE}/new")[1]
    assert " selected" not in page and " checked" not in page


NO_INSURANCE = {"insurance-health": "", "insurance-pension": ""}


@pytest.mark.parametrize("ticked", [NO_INSURANCE, {"insurance-none": "on"}])
def test_insurance_is_ticked_or_none_is(relay: Stores, ticked: dict[str, str]) -> None:
    status, page = sat(table_of(relay)).sends(HERE, TYPED | ticked)
    beside = re.search('id="insurance-wrong">([^<]+)', page)
    assert status == 422 and beside and "「なし」だけを選びます" in beside[1]
    assert 'href="#insurance"' in page and 'id="insurance"' in page
    assert orders(relay) == []


def test_an_order_without_insurance_says_so_itself(relay: Stores) -> None:
    owner = sat(table_of(relay))
    assert owner.sends(HERE, TYPED | NO_INSURANCE | {"insurance-none": "on"})[0] == 303
    assert orders(relay)[0].conditions["insurance"] == []


NIGHT = {"hours-stated": "18:00-9:00"}
RICH = {"annual_income_jpy": "12,000,001"}
ASKED = {"hours-stated": NIGHT, "annual_income_jpy": RICH}


@pytest.mark.parametrize(("field", "odd"), [*ASKED.items()])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_what_is_likely_a_slip_is_asked_and_a_tick_is_enough(
    relay: Stores, field: str, odd: dict[str, str], locale: Locale
) -> None:
    owner = sat(table_of(relay), locale=locale)
    status, page = owner.sends(HERE, TYPED | odd)
    assert status == 422 and f'href="#sure-{field}"' in page and orders(relay) == []
    sure = {f"sure-{field}": unescape(hidden(page, f"sure-{field}"))}
    assert owner.sends(HERE, TYPED | odd | sure)[0] == 303
    assert len(orders(relay)) == 1


def test_a_tick_is_good_for_what_it_says_alone_and_stays(relay: Stores) -> None:
    owner = sat(table_of(relay))
    page = owner.sends(HERE, TYPED | NIGHT)[1]
    assert "18:00から9:00は、夜をまたぐ勤務ですか。" in page
    sure = {"sure-hours-stated": hidden(page, "sure-hours-stated")}
    assert owner.sends(HERE, TYPED | {"hours-stated": "20:00-8:00"} | sure)[0] == 422
    page = owner.sends(HERE, TYPED | NIGHT | RICH | sure)[1]
    ticked = re.search('id="sure-hours-stated"[^>]+', page)
    assert ticked and ticked[0].endswith(" checked")
    assert 'href="#sure-annual_income_jpy"' in page and orders(relay) == []


@pytest.mark.parametrize("income", ["6,000,000", "7,000,000", "12,000,000"])
def test_an_income_near_the_wage_is_not_asked_about(relay: Stores, income: str) -> None:
    assert sat(table_of(relay)).sends(HERE, TYPED | {"annual_income_jpy": income})[0] == 303


def test_a_credit_is_reserved_let_go_and_each_is_in_the_log(relay: Stores) -> None:
    order, owner = accepted(relay), sat(table_of(relay))
    path = f"{HERE}/{order.job_order_id}"
    once = {"once": hidden(owner.reads(path)[1], "once")}
    first, second = (owner.sends(f"{path}/credit", once) for _ in range(2))
    assert first == second == (303, f"{path}?done=reserved")
    assert credits(relay) == (1, 1)
    assert owner.sends(f"{path}/credit/release") == (303, f"{path}?done=released")
    assert credits(relay) == (2, 0)
    assert owner.sends(f"{path}/close") == (303, f"{path}?done=closed")
    assert owner.sends(f"{path}/close") == (303, f"{path}?done=closed")
    assert [what for what, *_ in log(relay)] == [
        "credit.reserve",
        "credit.release",
        "job_order.close",
    ]


def test_the_difference_is_shown_before_and_asked_for(relay: Stores) -> None:
    order, owner = accepted(relay, income_jpy=8_000_000), sat(table_of(relay))
    path = f"{HERE}/{order.job_order_id}"
    page = owner.reads(path)[1]
    assert "2,800,000" in page and "差額700,000円を支払う" in page
    status, page = owner.sends(f"{path}/credit")
    assert (status, credits(relay)) == (409, (2, 0))
    assert "差額の支払いを確認して" in page
    assert owner.sends(f"{path}/credit", {"accepted_difference_jpy": "700000"})[0] == 303
    assert credits(relay) == (1, 1)


def test_without_a_credit_the_page_says_so(relay: Stores) -> None:
    owner = sat(table_of(relay))
    for name in (JOBS[1], JOBS[2]):
        reserve(relay, accepted(relay, name))
    path = f"{HERE}/{accepted(relay, JOBS[3]).job_order_id}"
    assert "使える枠がありません" in owner.reads(path)[1]
    status, page = owner.sends(f"{path}/credit")
    assert status == 402 and "使える無料採用枠がありません。" in page


@pytest.mark.parametrize("reason", list(Refusal))
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_refusal_has_its_reason_in_words(relay: Stores, reason: Refusal, locale: str) -> None:
    order = refuse(relay, post(relay), reason, "時給の記載")
    page = sat(table_of(relay)).reads(f"{HERE}/{order.job_order_id}?lang={locale}")[1]
    assert "時給の記載" in page and reason not in page


def test_a_viewer_reads_and_an_act_of_theirs_is_a_403_page_and_in_the_log(relay: Stores) -> None:
    order, viewer = accepted(relay), sat(table_of(relay), CompanyRole.VIEWER)
    path = f"{HERE}/{order.job_order_id}"
    status, page = viewer.reads(path)
    assert status == 200 and f"{path}/credit" not in page and f"{path}/close" not in page
    assert viewer.reads(f"{HERE}/new")[0] == 403
    for asked, scope in (
        (HERE, "job_orders:write"),
        (f"{path}/credit", "credits:write"),
        (f"{path}/close", "job_orders:write"),
    ):
        status, page = viewer.sends(asked, TYPED)
        assert status == 403 and page.startswith("<!doctype html>")
        assert log(relay)[-1] == ("refused", f"POST {asked}", {"scope": scope})
    assert kept(relay, order).state is JobOrderState.ACCEPTED and credits(relay) == (2, 0)


def test_another_companys_order_is_not_found(relay: Stores) -> None:
    order = accepted(relay)
    let_in(relay, BOLT)
    other = sat(table_of(relay), company_id=BOLT)
    path = f"{HERE}/{order.job_order_id}"
    assert other.reads(path)[0] == other.sends(f"{path}/credit")[0] == 404
    assert other.sends(f"{path}/close")[0] == other.reads(f"{path}/candidates/rec_1")[0] == 404
    assert log(relay, BOLT) == []
