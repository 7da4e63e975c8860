"""Monday: somebody proves who they are, and is forgotten. What counts goes on counting."""

import pytest

from tests.live.week.cast import FORGOTTEN, YAMATO
from tests.live.week.colleague import Colleague
from tests.live.week.days import MONTH
from tests.live.week.monday import ASKED, Monday
from tests.live.week.week import Week


def test_who_is_forgotten_is_found_by_nothing(on_monday: Monday) -> None:
    assert on_monday.found == ([FORGOTTEN.full_name] * 2, [])


def test_their_file_says_that_it_is_gone_and_no_name(adviser: Colleague, on_monday: Monday) -> None:
    page = adviser.opens(on_monday.file)
    assert page.locator("form:not([action^='/account'], [action='/sign-out'])").count() == 0
    assert FORGOTTEN.full_name not in page.content()
    assert FORGOTTEN.email not in page.content()


def test_that_it_was_done_is_proved_by_no_name(adviser: Colleague, on_monday: Monday) -> None:
    page = adviser.opens(f"/agency/retention?month={MONTH}")
    gone = page.locator("main section[aria-labelledby=gone] tbody th").all_inner_texts()
    assert gone == [on_monday.file.rpartition("/")[2]]


def test_the_request_is_answered_and_its_words_are_gone(
    adviser: Colleague, on_monday: Monday
) -> None:
    page = adviser.opens(on_monday.request)
    assert "回答" in page.inner_text("section[aria-labelledby=result] h2")
    assert ASKED not in page.content()


@pytest.mark.usefixtures("on_monday")
def test_their_companys_count_stays(week: Week) -> None:
    assert week.of_company(YAMATO).exact()["counted"] == 4
