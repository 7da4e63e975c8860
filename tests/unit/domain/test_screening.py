"""What a person should look at before a registration counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.domain.registration import Signal
from shared.domain.rules import FIRST
from shared.domain.screening import Sighting, is_paid, lately, signals
from tests.support.builders import NOON

OWN, MEMBER, THROWN = Signal.OWN_DOMAIN, Signal.MEMBER_ADDRESS, Signal.DISPOSABLE_DOMAIN


def seen_in(
    email: str = "ada@example.org",
    *,
    contact: str = "saiyo@aozora.example",
    is_disposable: Callable[[str], bool] = lambda d: d == "trash.example",
    sighting: Sighting = Sighting(),  # noqa: B008 - frozen
    **changed: Any,
) -> set[Signal]:
    known: dict[str, Any] = {"is_paid": False, "rules": FIRST, "now": NOON} | changed
    found = signals(
        email, contact_email=contact, is_disposable=is_disposable, sighting=sighting, **known
    )
    return set(found)


def ago(*seconds: float) -> Sighting:
    return Sighting(recent=tuple(NOON - timedelta(seconds=s) for s in seconds), seen=len(seconds))


@pytest.mark.parametrize(
    ("email", "contact", "found"),
    [
        ("ada@example.org", "saiyo@aozora.example", ()),
        ("bob@aozora.example", "saiyo@aozora.example", (OWN,)),
        ("bob@Lab.AOZORA.example", "saiyo@aozora.example", (OWN,)),
        ("bob@notaozora.example", "saiyo@aozora.example", ()),
        ("Saiyo+me@aozora.example", "saiyo@aozora.example", (OWN, MEMBER)),
        ("bob@ａｏｚｏｒａ.example", "saiyo@aozora.example", (OWN,)),
        ("ada@gmail.com", "hr@gmail.com", ()),
        ("hr+x@gmail.com", "hr@gmail.com", (MEMBER,)),
        ("ada@trash.example", "saiyo@aozora.example", (THROWN,)),
    ],
)
def test_an_address_shows_what_it_has_in_common_with_the_company(
    email: str, contact: str, found: tuple[Signal, ...]
) -> None:
    assert seen_in(email, contact=contact) == set(found)


def test_a_domain_is_asked_about_as_it_is_compared() -> None:
    asked: list[str] = []

    def note(domain: str) -> bool:
        asked.append(domain)
        return False

    seen_in("ada@Trash.Example", contact="a@b.example", is_disposable=note)
    assert asked == ["trash.example"]


@pytest.mark.parametrize(
    ("sighting", "found"),
    [
        (Sighting(is_member=True), {MEMBER}),
        (Sighting(shares_phone=True), {Signal.SAME_PHONE}),
        (ago(9, 8, 7), set()),
        (ago(599, 8, 7, 1), {Signal.BURST}),
        (ago(600, 8, 7, 1), set()),
        (ago(9, 8, 7, 6, 5, 4), {Signal.BURST}),
    ],
)
def test_the_fifth_within_ten_minutes_and_whoever_is_known_are_looked_at(
    sighting: Sighting, found: set[Signal]
) -> None:
    assert seen_in(sighting=sighting) == found


def test_how_many_make_a_burst_is_a_rule() -> None:
    two = replace(FIRST, burst=2, burst_minutes=1)
    assert seen_in(sighting=ago(59), rules=two) == {Signal.BURST}
    assert seen_in(sighting=ago(60), rules=two) == set()


def test_no_more_times_are_kept_than_make_a_burst() -> None:
    times = ago(*range(400, 0, -1)).recent
    assert lately(times, FIRST, NOON) == times[-4:]


@pytest.mark.parametrize(
    ("query", "paid"),
    [
        ({}, False),
        ({"lang": "en"}, False),
        ({"utm_source": "mail", "utm_medium": "email"}, False),
        ({"utm_medium": "Paid-Social"}, True),
        ({"FBCLID": ""}, True),
        ({"paid": "1"}, True),
    ],
)
def test_an_advertisement_is_told_by_what_its_link_carries(
    query: dict[str, str], paid: bool
) -> None:
    assert is_paid(query) is paid
    found = {Signal.PAID_TRAFFIC} if paid else set()
    assert seen_in(is_paid=is_paid(query)) == found
