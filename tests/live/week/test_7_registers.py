"""The three registers, as the desk saves them: a row for each, complete where it is."""

from collections.abc import Callable
from typing import Final

import pytest

from tests.live.week.after import After
from tests.live.week.cast import ASAHI, EVERYBODY, FORGOTTEN, FREE, MIRAI, PAID
from tests.live.week.colleague import Colleague
from tests.live.week.days import FRIDAY, MONDAY, MONTH, THURSDAY
from tests.live.week.thursday import PAID_JPY

RESULT: Final = ["紹介年月日", "採用・不採用の別", "採用年月日"]
JOINED: Final = [str(THURSDAY), "採用", str(FRIDAY)]
FEE: Final = str(PAID_JPY * 35 // 100)
type Rows = list[dict[str, str]]
type Saved = Callable[[str], Rows]


@pytest.fixture(scope="module")
def saved(manager: Colleague, after_it: After) -> Saved:
    def rows(kind: str) -> Rows:
        manager.opens(f"/agency/registers?kind={kind}&month={MONTH}")
        return manager.saves("a[href^='/agency/registers/csv']")

    return rows


def test_every_job_seeker_has_a_row_and_who_joined_where(saved: Saved) -> None:
    rows = {row["求職者の氏名"]: row for row in saved("seekers")}
    assert set(rows) == {one.full_name for one in EVERYBODY}
    joined = {name: row for name, row in rows.items() if row["採用年月日"]}
    assert set(joined) == {FREE.full_name, PAID.full_name}
    for who, by in ((FREE, ASAHI), (PAID, MIRAI)):
        assert [joined[who.full_name][name] for name in RESULT] == JOINED
        assert joined[who.full_name]["求人者の氏名又は名称"] == by.name


def test_who_is_forgotten_keeps_what_the_law_asks_for_and_its_end(saved: Saved) -> None:
    [row] = [row for row in saved("seekers") if row["求職者の氏名"] == FORGOTTEN.full_name]
    assert row["求職の有効期間"].endswith(f"〜{MONDAY}")
    assert "消去" in row["備考"]


def test_both_job_orders_are_over_with_who_joined(saved: Saved) -> None:
    rows = saved("orders")
    assert [row["求職者の氏名"] for row in rows] == [FREE.full_name, PAID.full_name]
    for row in rows:
        assert [row[name] for name in RESULT] == JOINED
        assert row["求人の有効期間"].endswith(f"〜{FRIDAY}")


def test_one_fee_is_nothing_and_one_is_due(saved: Saved) -> None:
    fees = {row["手数料を支払う者の氏名又は名称"]: row for row in saved("fees")}
    assert {name: row["手数料の額"] for name, row in fees.items()} == {
        ASAHI.name: "0",
        MIRAI.name: FEE,
    }
    assert "紹介枠" in fees[ASAHI.name]["手数料の算出の根拠"]
