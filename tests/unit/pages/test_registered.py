from datetime import date

from shared.pages import page
from shared.pages.when import day
from tests.support.builders import AGENCY
from tests.unit.pages.reading import tags, words
from tests.unit.pages.samples import REPLY_BY


def test_it_says_who_writes_by_when_in_tokyo_and_how_to_stop() -> None:
    said = words(page.registered(locale="ja", agency=AGENCY, reply_by=REPLY_BY))
    assert "登録が完了しました。" in said
    assert "2026年11月25日\uff08水\uff0918:00までに" in said
    assert "いつでも止められます" in said
    assert AGENCY.contact_email in said


def test_it_says_the_same_in_english() -> None:
    said = words(page.registered(locale="en", agency=AGENCY, reply_by=REPLY_BY))
    assert "by Wednesday, 25 November 2026, 18:00 (Japan time)" in said


def test_it_leads_to_ones_own_page_and_to_what_must_be_stated() -> None:
    shown = page.registered(locale="ja", agency=AGENCY, reply_by=REPLY_BY)
    led_to = {link["href"] for link in tags(shown, "a")}
    assert {AGENCY.page("/me", "ja"), AGENCY.page("/licence", "ja")} <= led_to


def test_a_day_is_written_the_readers_way() -> None:
    assert day(date(2028, 2, 9), "en") == "9 February 2028"
