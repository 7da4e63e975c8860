"""Credits, the ledger, the saving report and leaving, by hand."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shared.domain.company import CompanyState
from shared.domain.credit import Lot, LotState
from shared.domain.job_order import JobOrder
from shared.domain.seat import CompanyRole
from shared.table import job_order_item, keys, lot_item
from shared.table.ledgers import Ledgers
from shared.table.standings import MOST_ORDERS
from tests.integration.console.test_job_orders import log, table_of
from tests.support.acts import SAID
from tests.support.builders import ACME, BOLT, a_company, a_job_order
from tests.support.counting import Counted
from tests.support.ordering import accepted, reserve
from tests.support.redeeming import Desk
from tests.support.sat import hidden, sat
from tests.support.stores import Stores

PAGES = ("/console/credits", "/console/ledger", "/console/saving")
LEAVE = "/console/leave"
FILES = ("/console/ledger/csv", "/console/ledger/statement", "/console/saving/csv")
COSTS = {"agency-hires": "10", "agency-each_jpy": "2,000,000"}


@pytest.mark.parametrize("path", [*PAGES, *FILES])
@pytest.mark.parametrize("role", list(CompanyRole))
def test_everybody_reads_in_three_requests_at_most(
    relay: Stores, counted: Counted, path: str, role: CompanyRole
) -> None:
    reader = sat(table_of(relay), role)
    for locale in ("ja", "en"):
        counted.since()
        assert reader.reads(f"{path}?lang={locale}")[0] == 200
        assert len(counted.since()) <= 3


def test_the_page_to_leave_is_an_owners_and_found_on_the_profile(
    relay: Stores, counted: Counted
) -> None:
    for role in (CompanyRole.RECRUITER, CompanyRole.VIEWER):
        other = sat(table_of(relay), role)
        assert other.reads(LEAVE)[0] == 403
        assert f'href="{LEAVE}"' not in other.reads("/console/profile")[1]
    owner = sat(table_of(relay))
    assert f'href="{LEAVE}"' in owner.reads("/console/profile")[1]
    counted.since()
    status, page = owner.reads(LEAVE)
    assert status == 200 and len(counted.since()) <= 3
    assert 'href="/console/profile" aria-current="page"' in page


@pytest.mark.parametrize("path", [*PAGES, LEAVE])
def test_a_company_that_only_asked_reads_empty_pages(relay: Stores, path: str) -> None:
    relay.companies.ask(a_company(BOLT), "visitor", None, SAID)
    assert sat(table_of(relay), company_id=BOLT).reads(path)[0] == 200


def test_a_credit_says_what_it_is_for_and_until_when_it_is_good(relay: Stores) -> None:
    order = accepted(relay)
    reserve(relay, order)
    page = sat(table_of(relay)).reads("/console/credits")[1]
    assert f'href="/console/job-orders/{order.job_order_id}"' in page
    assert "2026年3月2日" in page, "the day it was granted"
    assert "2028年3月1日まで" in page and "90日前、30日前、7日前" in page


def test_the_ledger_says_each_entry_in_words_newest_first(relay: Stores) -> None:
    order = accepted(relay)
    reserve(relay, order)
    page = sat(table_of(relay)).reads("/console/ledger")[1]
    said = ["枠1を、求人に引き当てました。", "2回目の節目で", "1回目の節目で", "（通算1〜10人目）"]
    places = [page.rindex(sentence) for sentence in said]
    assert places == sorted(places)
    assert "2026年3月" in page


def test_the_statement_of_the_console_is_whole_and_its_parts_follow(relay: Stores) -> None:
    reader = sat(table_of(relay), CompanyRole.VIEWER)
    said = json.loads(reader.reads("/console/ledger/statement")[1])
    assert [entry["seq"] for entry in said["entries"]] == [1, 2, 3, 4]
    assert said["next_cursor"] is None
    assert json.loads(reader.reads("/console/ledger/statement?part=2")[1])["entries"] == []
    for part in ("0", "x", "-1"):
        assert reader.reads(f"/console/ledger/csv?part={part}")[0] == 422


def test_the_saving_is_measured_by_the_companys_own_figures(relay: Stores) -> None:
    owner, order = sat(table_of(relay), CompanyRole.RECRUITER), accepted(relay)
    reserve(relay, order)
    Desk(relay).consume(1)
    page = owner.reads("/console/saving")[1]
    assert "2,100,000" in page and "貴社の採用費を入力すると" in page
    once = {"once": hidden(page, "once")}
    for _ in range(2):
        assert owner.sends("/console/saving", COSTS | once) == (303, "/console/saving?done=kept")
    [(what, about, told)] = log(relay)
    assert (what, about, told["agency"]) == ("company.costs", ACME, "10 x 2000000")
    page = owner.reads("/console/saving")[1]
    assert "10.5%を節約しています。目安の範囲です。" in page
    assert "貴社の平均（2,000,000円）までとした場合は10.0%" in page
    csv = owner.reads("/console/saving/csv?lang=en")[1]
    assert "Share saved,10.5,%," in csv


def test_the_saving_counts_every_credit_however_many(relay: Stores) -> None:
    table, n = table_of(relay), MOST_ORDERS + 22
    lot = next(Ledgers(table).all_lots(ACME))
    for number in range(10, 10 + n):
        order = a_job_order(f"job_{number:03}")
        table.commit(
            table.new(keys.job_order(ACME, order.job_order_id), job_order_item.to_item(order)),
            table.new(keys.lot(ACME, number), lot_item.to_item(used(lot, number, order))),
        )
    csv = sat(table).reads("/console/saving/csv?lang=en")[1]
    assert f"Hires with a credit,{n},hires," in csv
    assert f"Fees not paid,{n * order.fee.without_credit_jpy}," in csv


def used(lot: Lot, number: int, order: JobOrder) -> Lot:
    name = order.job_order_id
    return replace(lot, number=number, state=LotState.CONSUMED, job_order_id=name, turn=1)


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        ({}, "agency-hires", "人材紹介 採用人数: どれか1つの方法で"),
        ({"media-hires": "three"}, "media-hires", "求人広告 採用人数: 採用人数は10,000人まで"),
        (
            COSTS | {"agency-each_jpy": "-1"},
            "agency-each_jpy",
            "人材紹介 1人あたりの費用（円）: 採用人数は",
        ),
    ],
)
def test_figures_that_do_not_read_are_told_beside_their_field(
    relay: Stores, form: dict[str, str], field: str, said: str
) -> None:
    status, page = sat(table_of(relay)).sends("/console/saving", form)
    assert status == 422 and f'id="{field}-wrong"' in page
    summed = re.search(f'<a href="#{field}">([^<]+)</a>', page)
    assert summed and summed[1].startswith(said)
    assert log(relay) == []


def test_leaving_asks_for_the_name_and_is_an_owners(relay: Stores) -> None:
    table, path = table_of(relay), LEAVE
    recruiter, owner = sat(table, CompanyRole.RECRUITER), sat(table)
    name = a_company().name
    assert recruiter.sends(path, {"name": name})[0] == 403
    for typed in ("", "あおぞら"):
        status, page = owner.sends(path, {"name": typed})
        assert status == 422 and 'id="name-wrong"' in page
    assert relay.companies.find(ACME).state is CompanyState.ACTIVE
    once = {"once": hidden(owner.reads(path)[1], "once"), "name": name}
    for _ in range(2):
        assert owner.sends(path, once) == (303, f"{path}?done=left")
    left = relay.companies.find(ACME)
    assert left.state is CompanyState.LEFT and left.usable_until
    assert (left.usable_until - datetime.now(UTC)).days in (89, 90)
    assert [what for what, *_ in log(relay)] == ["refused", "company.leave"]
    assert owner.sends(path, {"name": name})[0] == 409
