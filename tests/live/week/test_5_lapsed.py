"""The licence is over: the desk was told so before, and nobody is registered any more."""

import httpx

from shared.pages.when import day
from tests.live.week.after import After
from tests.live.week.days import AFTER, LAST
from tests.live.week.monday import Monday
from tests.live.week.week import Week


def test_until_its_last_day_its_page_warns(on_monday: Monday) -> None:
    assert f"許可は{day(LAST, 'ja')}までです" in on_monday.licence


def test_the_day_after_nobody_is_registered(after_it: After, week: Week) -> None:
    assert after_it.refused.status_code == httpx.codes.SERVICE_UNAVAILABLE
    assert after_it.refused.json()["code"] == "licence_lapsed"
    assert len(week.registered) == 30


def test_a_link_still_opens_and_has_no_form(after_it: After) -> None:
    assert 'name="email"' not in after_it.landing
    assert "みちしるべキャリア" in after_it.landing


def test_the_desk_reads_since_when(after_it: After) -> None:
    assert (
        f"{day(AFTER, 'ja')}から、新しい登録、求人の受付、推薦は自動で止まっています"
        in after_it.licence
    )
