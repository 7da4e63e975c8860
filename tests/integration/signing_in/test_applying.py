"""A company asks to take part by the page, and waits with who asked for it."""

import re
from collections import Counter
from typing import Any

import pytest

from shared.domain.company import Company, CompanyState
from shared.table import company_item
from shared.table.codec import decode
from shared.table.companies import ASKED_PER_VISITOR_AND_HOUR
from tests.integration.signing_in.conftest import Door
from tests.support.asking import asked

ASKS = {
    "name": "株式会社あけぼの設計",
    "contact_name": "曙 はるか",
    "contact_email": "owner@akebono.example",
}
WHERE = "/apply?done=1&lang=ja"


def once(door: Door) -> str:
    page = door.asks(asked("GET", "/apply"))
    found = re.search(r'name="once" value="([^"]+)"', page["body"])
    assert page["statusCode"] == 200 and found
    return found[1]


def sends(door: Door, **form: str) -> Any:
    return door.form("/apply", None, {"lang": "ja"}, **{**ASKS, **form})


def companies(door: Door) -> list[Company]:
    items = door.table.client.scan(TableName=door.table.name)["Items"]
    return [company_item.from_item(decode(item)) for item in items if "contact_email" in item]


def test_who_asks_is_told_what_happens_and_waits_behind_their_own_address(door: Door) -> None:
    said = sends(door, once=once(door), industry="D", size_band="50-99")
    assert (said["statusCode"], said["headers"]["Location"]) == (303, WHERE)
    told = door.asks(asked("GET", "/apply", query={"done": "1"}))
    assert told["statusCode"] == 200 and "お申し込みを受け取りました" in told["body"]
    [company] = companies(door)
    assert company.state is CompanyState.PENDING_REVIEW
    assert (company.name, company.contact_name) == (ASKS["name"], ASKS["contact_name"])
    assert (company.industry, company.size_band, company.locale) == ("D", "50-99", "ja")
    entered = door.enters(ASKS["contact_email"])
    assert entered["headers"]["Location"] == "/sign-in/waiting"


def test_a_button_pressed_twice_is_one_company(door: Door) -> None:
    word = once(door)
    told = [sends(door, once=word)["headers"]["Location"] for _ in range(2)]
    assert told == [WHERE, WHERE]
    assert len(companies(door)) == 1


def test_the_same_company_asking_again_is_answered_and_written_the_same(door: Door) -> None:
    first = sends(door, once=once(door))
    before = door.written()
    again = sends(door, once=once(door))
    assert again == first
    assert Counter(door.written()) - Counter(before) == Counter(before) - Counter(["RATE"])


def test_what_is_missing_is_said_beside_its_field_and_what_was_typed_is_kept(door: Door) -> None:
    typed = {"name": " ", "contact_email": "owner@", "industry": "D", "size_band": "5000-"}
    said = sends(door, once=once(door), **typed)
    assert said["statusCode"] == 422 and companies(door) == []
    page = said["body"]
    assert 'id="name-wrong">企業名を入力してください。' in page
    assert 'id="contact_email-wrong">メールアドレスを name@example.jp' in page
    assert 'value="owner@"' in page and 'value="曙 はるか"' in page
    assert '<option value="D" selected>' in page and '<option value="5000-" selected>' in page
    assert page.count('aria-invalid="true"') == 2


@pytest.mark.parametrize("name", ["industry", "size_band"])
def test_a_field_nobody_needs_may_still_be_too_long(door: Door, name: str) -> None:
    said = sends(door, once=once(door), **{name: "x" * 61})
    assert said["statusCode"] == 422 and f'id="{name}-wrong"' in said["body"]


def test_one_place_asks_for_so_many_companies_an_hour(door: Door) -> None:
    for _ in range(ASKED_PER_VISITOR_AND_HOUR):
        assert sends(door)["statusCode"] == 303
    said = sends(door)
    assert said["statusCode"] == 429 and said["headers"]["Retry-After"] == "3600"
    assert len(companies(door)) == ASKED_PER_VISITOR_AND_HOUR


def test_a_form_of_somebody_elses_page_asks_for_nothing(door: Door) -> None:
    said = door.form("/apply", {"sec-fetch-site": "cross-site"}, **ASKS)
    assert said["statusCode"] == 403 and companies(door) == []


def test_what_is_no_form_is_refused_like_one_left_empty(door: Door) -> None:
    assert door.asks(asked("POST", "/apply", []))["statusCode"] == 422
