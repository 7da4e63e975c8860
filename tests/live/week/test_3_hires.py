"""Thursday and Friday: two people are asked, shown, and join. Two advisers change one file."""

import pytest

from shared.pages.catalogue import words
from tests.live.week.cast import ASAHI, COMPANIES, FREE, MIRAI, PAID
from tests.live.week.colleague import Colleague
from tests.live.week.days import MONTH
from tests.live.week.friday import Friday
from tests.live.week.thursday import FIRST, PLACE, SECOND, Thursday
from tests.live.week.week import Week


def test_the_later_of_two_reads_what_changed_and_nothing_is_lost(on_thursday: Thursday) -> None:
    assert on_thursday.beside == FIRST
    assert on_thursday.kept == (f"{FIRST}\n{SECOND}", PLACE)


def test_who_should_have_heard_from_us_is_marked(on_friday: Friday) -> None:
    assert on_friday.late == 5


@pytest.mark.usefixtures("on_friday")
def test_a_credit_is_spent_once_and_by_whom_it_was_reserved(week: Week) -> None:
    states = {one: [c["state"] for c in week.of_company(one).credits()] for one in COMPANIES}
    assert states.pop(ASAHI) == ["consumed"]
    assert not any(states.values())


@pytest.mark.usefixtures("on_friday")
def test_each_handing_over_is_a_provision_record(adviser: Colleague) -> None:
    page = adviser.opens(f"/agency/provision-records?month={MONTH}")
    rows = page.locator("main tbody tr").all_inner_texts()
    for row, who, to in zip(rows, (FREE, PAID), (ASAHI, MIRAI), strict=True):
        assert who.full_name in row
        assert to.name in row
        assert words("ja", "orders")["items"]["summary"] in row
