"""The licence on its page: warnings six and two months before, and what stops by itself after."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

import functions.click.handler as click
import functions.register.handler as register
from infra.watch.mails import SIX_MONTHS, TWO_MONTHS
from shared import clock, people
from shared.domain.licence import licence, months_before
from shared.domain.tokyo import day
from shared.memory import RememberedDoorways
from shared.table.clicks import Clicks
from shared.table.links import Links
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import AGENCY, a_doorway, a_link
from tests.support.desk import Desk, at_desk
from tests.support.wired import wire

HERE = "/agency/licence"
FORM = {"content-type": "application/x-www-form-urlencoded", "accept": "text/html"}
STOPPED, WARNS = "許可の有効期限が過ぎました", "更新の申請の期限を労働局に確かめ"
TODAY = day(clock.now())


def ends(monkeypatch: pytest.MonkeyPatch, until: date) -> None:
    monkeypatch.setattr(people, "agency", lambda: replace(AGENCY, licence_until=until))


@pytest.mark.parametrize(
    ("left", "says", "not_said"),
    [
        (SIX_MONTHS + 1, AGENCY.licence_number, WARNS),
        (170, WARNS, STOPPED),
        (0, "受け付けています", STOPPED),
        (-1, STOPPED, WARNS),
    ],
)
def test_the_page_says_how_long_it_holds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, left: int, says: str, not_said: str
) -> None:
    ends(monkeypatch, TODAY + timedelta(days=left))
    status, page = at_desk(desk.table).reads(HERE)
    assert status == 200
    assert says in page
    assert not_said not in page


def test_six_and_two_months_before_are_days_of_the_calendar() -> None:
    agency = replace(AGENCY, licence_until=date(2031, 8, 31))
    found = licence(agency, date(2031, 6, 30))
    assert [(n.months, n.on, n.is_past) for n in found.notices] == [
        (6, date(2031, 2, 28), True),
        (2, date(2031, 6, 30), True),
    ]
    assert found.stops_on == date(2031, 9, 1)
    assert not any(n.is_past for n in licence(agency, date(2031, 2, 27)).notices)


@pytest.mark.parametrize(("months", "days"), [(6, SIX_MONTHS), (2, TWO_MONTHS)])
def test_no_alarm_rings_later_than_the_page_warns(months: int, days: int) -> None:
    every = [date(2028, 1, 1) + timedelta(days=n) for n in range(4 * 365)]
    assert max((on - months_before(on, months)).days for on in every) == days


@pytest.fixture
def doors(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A company's link, and the pages candidates open."""
    let_in(desk.stores)
    desk.stores.links.add(a_link(), a_doorway())
    wire(monkeypatch, desk.table, register, click)
    monkeypatch.setattr(click, "doorways", lambda: RememberedDoorways(Links(desk.table)))
    monkeypatch.setattr(click, "clicks", lambda: Clicks(desk.table))
    return desk


def registers() -> Any:
    form = "email=ada%40example.org&full_name=Ada&consents.core=on"
    return register.handle(asked("POST", "/r/acme-link/registrations", form, FORM), CONTEXT)


@pytest.mark.parametrize(("left", "status", "has_form"), [(0, 200, True), (-1, 200, False)])
def test_after_its_last_day_the_link_opens_and_asks_for_nothing(
    doors: Desk, monkeypatch: pytest.MonkeyPatch, left: int, status: int, has_form: bool
) -> None:
    ends(monkeypatch, TODAY + timedelta(days=left))
    said = click.handle(asked("GET", "/r/acme-link"), CONTEXT)
    assert said["statusCode"] == status
    assert ("/r/acme-link/registrations" in said["body"]) is has_form


def test_after_its_last_day_nobody_registers(doors: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ends(monkeypatch, TODAY)
    assert registers()["statusCode"] in (200, 202, 303)
    ends(monkeypatch, TODAY - timedelta(days=1))
    assert registers()["statusCode"] == 503
