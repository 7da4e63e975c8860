"""What is owed, on a page: the same figures as a program gets, a chart with its table behind."""

from tests.integration.desk.test_liability import two_companies
from tests.support.desk import Desk, at_desk

HERE = "/agency/liability"


def test_it_says_what_is_outstanding_and_what_a_person_costs(desk: Desk) -> None:
    two_companies(desk)
    status, page = at_desk(desk.table).reads(f"{HERE}?fee_percent=30&annual_income_jpy=5,000,000")
    assert status == 200
    assert "3,000,000" in page  # two credits
    assert "1枠 1,500,000円" in page
    assert "150,000" in page  # by twenty people


def test_the_chart_is_drawn_from_a_table_by_the_month_of_the_last_day(desk: Desk) -> None:
    two_companies(desk)
    page = at_desk(desk.table).reads(HERE)[1]
    assert 'data-chart="bars" data-table="months"' in page
    table = page[page.index('id="months"') :]
    assert table.count("data-short=") == 1
    assert 'data-n="2"' in table and "4,200,000" in table
    assert "echarts" in page and "<style" not in page and " style=" not in page


def test_before_anything_was_earned_it_says_what_will_be_here(desk: Desk) -> None:
    status, page = at_desk(desk.table).reads(HERE)
    assert status == 200
    assert "使える枠はありません" in page and "まだ、カウントした方がいません。" in page
    assert "data-chart" not in page


def test_a_fee_that_is_none_is_told_beside_its_field(desk: Desk) -> None:
    status, page = at_desk(desk.table).reads(f"{HERE}?fee_percent=101&annual_income_jpy=x")
    assert status == 422
    assert 'id="fee_percent-wrong"' in page and 'id="annual_income_jpy-wrong"' in page
    assert 'value="101"' in page and 'value="x"' in page
