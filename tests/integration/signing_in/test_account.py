"""Seats and sessions of who is signed in: one is taken, one is left, all are."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared import signed_in
from shared.domain.company_member import CompanyMember
from shared.domain.errors import Unauthenticated
from shared.domain.ids import CompanyId
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.domain.session import IDLE
from shared.table import keys
from shared.table.company_members import CompanyMembers
from shared.table.sessions import Sessions
from tests.integration.signing_in.conftest import Door
from tests.support.acts import let_in
from tests.support.aftercare import a_file, open_file
from tests.support.asking import asked
from tests.support.builders import ACME, BOLT, NOON, a_company
from tests.support.counting import Counted
from tests.support.sitting import Sitting, sitting
from tests.support.stores import on_table

OWNER, ALSO = Seat(Kind.COMPANY, ACME, "owner"), Seat(Kind.COMPANY, BOLT, "viewer")


@pytest.fixture
def hanako(door: Door) -> Sitting:
    let_in(on_table(door.table))
    return sitting(door.table, OWNER)


def is_open(door: Door, who: Sitting) -> bool:
    try:
        Sessions(door.table).go_on(who.session.person, who.session.digest, datetime.now(UTC))
    except Unauthenticated:
        return False
    return True


def test_who_signs_out_is_out(door: Door, hanako: Sitting) -> None:
    elsewhere = sitting(door.table, OWNER)
    said = door.asks(hanako.posts("/sign-out"))
    assert said["headers"]["Location"] == "/sign-in?out=1"
    assert said["cookies"][0].startswith("__Host-relay=;")
    assert not is_open(door, hanako) and is_open(door, elsewhere)


def test_who_signs_out_everywhere_is_out_everywhere_and_nobody_else(
    door: Door, hanako: Sitting
) -> None:
    elsewhere, other = sitting(door.table, OWNER), sitting(door.table, ALSO, "taro@bolt.example")
    door.asks(hanako.posts("/account/sign-out-everywhere"))
    assert not is_open(door, hanako) and not is_open(door, elsewhere)
    assert is_open(door, other)


@pytest.mark.parametrize("path", ["/sign-out", "/account/sign-out-everywhere", "/account/locale"])
def test_a_form_without_this_sessions_word_is_forged(
    door: Door, hanako: Sitting, path: str
) -> None:
    event = hanako.posts(path, form="somebody else's", locale="en")
    assert door.asks(event)["statusCode"] == 403 and is_open(door, hanako)
    bare = {**event, "body": "locale=en"}
    assert door.asks(bare)["statusCode"] == 403


def test_the_language_is_the_sessions(door: Door, hanako: Sitting) -> None:
    assert '<html lang="ja">' in door.asks(hanako.gets("/account"))["body"]
    assert door.asks(hanako.posts("/account/locale", locale="en"))["statusCode"] == 303
    assert '<html lang="en">' in door.asks(hanako.gets("/account"))["body"]


@pytest.mark.parametrize(
    ("stood_on", "then"),
    [
        ("https://api.example/console/figures?granularity=week&lang=ja", "granularity=week"),
        ("https://api.example/console/links/lnk_1?done=made", "/console/links/lnk_1"),
        ("https://elsewhere.example/console", "/account"),
        ("https://api.example//evil.example/x", "/account"),
        ("https://api.example/\\evil.example/x", "/account"),
        ("", "/account"),
    ],
)
def test_a_chosen_language_leads_back_to_the_page_it_was_chosen_on(
    door: Door, hanako: Sitting, stood_on: str, then: str
) -> None:
    event = hanako.posts("/account/locale", locale="en")
    event["headers"] |= {"referer": stood_on}
    where = door.asks(event)["headers"]["Location"]
    assert where.endswith(then) and "lang" not in where and "done" not in where


@pytest.mark.parametrize(
    ("named", "then"), [("/agency/members", "/agency/members"), ("//evil.example", "/account")]
)
def test_of_what_answered_a_form_it_leads_to_the_room_it_is_in(
    door: Door, hanako: Sitting, named: str, then: str
) -> None:
    event = hanako.posts("/account/locale", locale="en", here=named)
    assert door.asks(event)["headers"]["Location"].endswith(then)


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example"])
def test_nobody_is_led_back_to_what_is_no_page_of_ours(path: str) -> None:
    assert signed_in.back(asked("GET", path)) == "/"


def test_the_account_shows_where_one_is_signed_in_in_three_requests(
    door: Door, hanako: Sitting
) -> None:
    sitting(door.table, OWNER)
    sitting(door.table, OWNER, now=datetime.now(UTC) - IDLE - timedelta(minutes=1))
    counted = Counted(door.table.client)
    page = door.asks(hanako.gets("/account"))
    assert len(counted.since()) <= 3
    assert page["statusCode"] == 200 and page["body"].count("最後の操作: ") == 2
    assert page["body"].count("この端末") == 1


def test_who_is_not_signed_in_is_led_there_and_back(door: Door) -> None:
    said = door.asks(asked("GET", "/account"))
    assert said["headers"]["Location"] == "/sign-in?back=%2Faccount"


def test_a_session_is_over_after_an_hour_without_use(door: Door) -> None:
    old = sitting(door.table, OWNER, now=datetime.now(UTC) - IDLE - timedelta(seconds=1))
    assert door.asks(old.gets("/account"))["headers"]["Location"].startswith("/sign-in?")


def two_seats(door: Door) -> Sitting:
    stores = on_table(door.table)
    let_in(stores)
    let_in(stores, BOLT)
    return sitting(door.table, None, seats=(OWNER, ALSO))


def seat_of(door: Door, who: Sitting) -> Any:
    found = Sessions(door.table).go_on(who.session.person, who.session.digest, datetime.now(UTC))
    return found.seat


def test_a_chosen_seat_is_taken_and_leads_to_its_room(door: Door) -> None:
    who = two_seats(door)
    page = door.asks(who.gets("/sign-in/seat"))
    assert page["statusCode"] == 200 and page["body"].count('type="radio"') == 2
    said = door.asks(who.posts("/sign-in/seat", {"back": "/console/ledger"}, seat="1"))
    assert said["headers"]["Location"] == "/console/ledger"
    assert seat_of(door, who) == ALSO


@pytest.mark.parametrize("path", ["/sign-in/seat", "/sign-in/waiting"])
def test_where_they_may_sit_is_asked_in_three_requests(door: Door, path: str) -> None:
    """Of a candidate, too."""
    file = a_file()
    open_file(door.table, file)
    who = two_seats(door)
    for n, seat in enumerate((OWNER, ALSO)):
        at, email = CompanyId(seat.of), "hanako@aozora.example"
        role = CompanyRole(seat.role or "")
        new = CompanyMember(at, f"mem_{n}", who.person, email, "花子", role, NOON)
        door.table.commit(*CompanyMembers(door.table).added(new))
    whose = {"candidate_id": file.candidate_id}
    door.table.commit(door.table.new(keys.whose_file(who.person), whose))
    counted = Counted(door.table.client)
    page = door.asks(who.gets(path))
    assert 0 < len(asked := counted.since()) <= 3, asked
    assert page["statusCode"] == 200 and a_company(BOLT).name in page["body"]


@pytest.mark.parametrize("number", ["2", "-1", "x", ""])
def test_a_seat_that_is_not_theirs_is_not_taken(door: Door, number: str) -> None:
    who = two_seats(door)
    assert door.asks(who.posts("/sign-in/seat", seat=number))["statusCode"] == 422
    assert seat_of(door, who) is None


@pytest.mark.parametrize(
    ("why", "said"), [("out", "サインアウトしました"), ("ended", "終わっています")]
)
def test_the_first_page_says_why_somebody_is_there(door: Door, why: str, said: str) -> None:
    assert said in door.asks(asked("GET", "/sign-in", query={why: "1"}))["body"]
    assert said not in door.asks(asked("GET", "/sign-in"))["body"]
