"""What the statutory registers say, and until when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shared.domain.dealing import Dealing, Result, Stay, half_a_year_after
from shared.domain.ids import RecommendationId
from shared.domain.registering import leaving_is_told, order_row, seeker_row
from shared.domain.registers import FEES, ORDERS, SEEKERS, kept_until, months, received
from shared.mint import mint
from tests.support.builders import NOON
from tests.support.placing import FIXED, a_file, an_order, introduced

JOINED = date(2026, 4, 15)
HIRE = Dealing(RecommendationId("rec_1"), date(2026, 3, 2), "株式会社ボルト", True, JOINED)


FIXED_TERM = replace(HIRE, indefinite=False)


def test_the_columns_are_the_official_ones_in_their_order() -> None:
    assert SEEKERS[:6] == (
        "求職者の氏名",
        "求職者の住所",
        "求職者の生年月日",
        "求職者の希望職種",
        "求職受付年月日",
        "求職の有効期間",
    )
    assert ORDERS[:10] == (
        "求人者の氏名又は名称",
        "求人者の所在地",
        "求人に係る連絡先",
        "求人受付年月日",
        "求人の有効期間",
        "求人数",
        "求人に係る職種",
        "求人に係る就業場所",
        "求人に係る雇用期間",
        "求人に係る賃金",
    )
    assert FEES[:5] == (
        "手数料を支払う者の氏名又は名称",
        "徴収年月日",
        "手数料の種類",
        "手数料の額",
        "手数料の算出の根拠",
    )


@pytest.mark.parametrize("register", [SEEKERS, ORDERS])
def test_what_became_of_an_introduction_stands_alike_in_both(register: tuple[str, ...]) -> None:
    assert register[register.index("採用・不採用の別") : -1] == (
        "採用・不採用の別",
        "採用年月日",
        "労働契約（無期・有期）",
        "転職勧奨の禁止期間",
        "離職状況（6か月以内）",
        "返戻金",
        "備考",
    )


def test_an_id_says_the_day_in_tokyo_on_which_it_was_made() -> None:
    late = datetime(2026, 3, 31, 15, tzinfo=UTC)
    assert received(mint("cnd", late)) == date(2026, 4, 1)
    assert received(mint("cnd", late - timedelta(milliseconds=1))) == date(2026, 3, 31)


@pytest.mark.parametrize("name", ["", "cnd_1", "cnd_" + "U" * 26, "cnd_" + "Z" * 26])
def test_another_name_says_none(name: str) -> None:
    with pytest.raises((ValueError, OverflowError)):
        received(name)


def test_a_row_is_kept_two_years_and_a_day_in_tokyo() -> None:
    assert kept_until(date(2026, 3, 2)).isoformat() == "2028-03-03T00:00:00+09:00"
    assert kept_until(date(2024, 2, 29)).isoformat() == "2026-03-02T00:00:00+09:00"


def test_a_window_of_months_has_both_its_ends() -> None:
    assert [*months("2026-03", "2026-03")] == ["2026-03"]
    assert [*months("2026-04", "2026-03")] == []


def test_who_was_hired_is_not_asked_to_move_on_for_two_years() -> None:
    """The form's own example: 採用 2024-04-15, until 2026-04-14."""
    assert HIRE.left_alone_until == date(2028, 4, 14)
    assert FIXED_TERM.left_alone_until is None


def test_whether_they_stayed_is_due_after_half_a_year() -> None:
    due = half_a_year_after(JOINED)
    assert HIRE.stay_by(due) is None
    assert HIRE.stay_by(due + timedelta(days=1)) is Stay.UNKNOWN
    assert FIXED_TERM.stay_by(due + timedelta(days=1)) is None


def test_who_left_in_time_has_left_whatever_somebody_noted() -> None:
    noted = replace(HIRE, left_on=date(2026, 10, 15), stay=Stay.STAYED)
    assert noted.stay_by(JOINED) is Stay.LEFT
    late = replace(noted, left_on=date(2026, 10, 16))
    assert late.stay_by(date(2026, 10, 16)) is Stay.STAYED


def test_an_introduction_is_open_until_somebody_joined_or_declined() -> None:
    open_, no = (
        Dealing(HIRE.recommendation_id, JOINED, "x", declined_on=d) for d in (None, JOINED)
    )
    assert (open_.result, no.result, HIRE.result) == (Result.OPEN, Result.NOT_HIRED, Result.HIRED)


def test_a_seekers_row_has_neither_their_mail_address_nor_their_number() -> None:
    said = repr(seeker_row(a_file()))
    assert "Ada" in said
    assert "@" not in said and "+81" not in said


def test_an_orders_row_says_its_term_and_its_wage() -> None:
    row = order_row(an_order())
    assert (row.term, row.wage) == ("期間の定めなし", "月額 250,000円〜300,000円")
    assert order_row(an_order(conditions=FIXED)).term == "2026-04-01〜2027-03-31"
    bare = order_row(an_order(conditions={"contract": None, "wage": None, "workplace": ""}))
    assert (bare.term, bare.wage, bare.workplace) == ("", "", "")


@pytest.mark.parametrize(
    ("left_on", "today", "told"),
    [
        (date(2026, 10, 15), date(2026, 10, 20), True),
        (date(2026, 10, 16), date(2026, 10, 20), False),
        (date(2026, 5, 1), date(2028, 4, 14), True),
        (date(2026, 5, 1), date(2028, 4, 15), False),
    ],
)
def test_leaving_within_half_a_year_is_told_while_there_is_a_row(
    left_on: date, today: date, told: bool
) -> None:
    made = introduced(a_file(), an_order())
    left = replace(made, joined_on=JOINED, left_on=left_on)
    assert leaving_is_told(left, today) is told
    assert not leaving_is_told(made, NOON.date())
