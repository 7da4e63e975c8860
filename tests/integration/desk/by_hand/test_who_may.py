"""Every page and form of the agency's, found by its routes: who may, and with what."""

import re
from typing import Final

import pytest

from functions.agency.by_hand.routes import PAGES as AGENCYS
from functions.place import cvs
from functions.place.by_hand.routes import PAGES as PLACES
from shared.domain.member import Role
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.signed_acts import REFUSED
from shared.table.commit import Table
from tests.support.builders import ACME
from tests.support.desk import AtDesk, Desk, at_desk
from tests.support.fakes.cvs import FakeCvs
from tests.support.sitting import sitting

ROUTES: Final = sorted(
    (method, path)
    for page in (*AGENCYS, *PLACES)
    for path, methods, *_ in page.router._routes
    for method in methods
)
MANAGERS: Final = {
    ("GET", "/agency/complaints/csv"),
    ("GET", "/agency/drill"),
    ("GET", "/agency/drill/<drill_id>"),
    ("GET", "/agency/drill/<drill_id>/draft"),
    ("GET", "/agency/members"),
    ("GET", "/agency/members/<person>"),
    ("GET", "/agency/registers"),
    ("GET", "/agency/registers/csv"),
    ("GET", "/agency/registers/employers/<company_id>"),
    ("GET", "/agency/registers/fees/<month>/<recommendation_id>"),
    ("GET", "/agency/registers/parts"),
    ("GET", "/agency/registers/seekers/<candidate_id>"),
    ("GET", "/agency/report"),
    ("GET", "/agency/report/csv"),
    ("GET", "/agency/rules/new"),
    ("POST", "/agency/adjustments/<adjustment_id>/approve"),
    ("POST", "/agency/adjustments/<adjustment_id>/reject"),
    ("POST", "/agency/companies/<company_id>/approve"),
    ("POST", "/agency/companies/<company_id>/refuse"),
    ("POST", "/agency/companies/<company_id>/resume"),
    ("POST", "/agency/companies/<company_id>/suspend"),
    ("POST", "/agency/drill"),
    ("POST", "/agency/members"),
    ("POST", "/agency/members/<person>/remove"),
    ("POST", "/agency/registers/employers/<company_id>"),
    ("POST", "/agency/registers/fees/<month>/<recommendation_id>"),
    ("POST", "/agency/registers/seekers/<candidate_id>"),
    ("POST", "/agency/rules"),
    ("POST", "/agency/rules/new"),
}
OTHERS: Final = (
    Seat(Kind.COMPANY, ACME, CompanyRole.OWNER),
    Seat(Kind.CANDIDATE, "cnd_01KJP7T0W08X2MVAXQNQSH0MKJ"),
)


def asks(who: AtDesk, method: str, path: str) -> tuple[int, str]:
    there = re.sub(r"<\w+>", "somebody", path)
    return who.reads(there) if method == "GET" else who.sends(there, once="w")


def test_an_adviser_is_refused_what_is_a_managers_and_nothing_else(
    desk: Desk, table: Table
) -> None:
    ada = at_desk(table)
    assert {route for route in ROUTES if asks(ada, *route)[0] == 403} == MANAGERS


def test_each_form_an_adviser_may_not_send_is_in_the_log(desk: Desk, table: Table) -> None:
    ada = at_desk(table)
    forms = [path for method, path in sorted(MANAGERS) if method == "POST"]
    for path in forms:
        asks(ada, "POST", path)
    noted = [one for one in desk.knows("/audit-log")["items"] if one["what"] == REFUSED]
    asked = [f"POST {re.sub(r'<.*?>', 'somebody', path)}" for path in forms]
    assert sorted(one["about"] for one in noted) == sorted(asked)


def test_every_route_asks_what_who_sits_there_may(
    desk: Desk, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Seat, "scopes", frozenset[str]())
    powerless = at_desk(table)
    assert {route: asks(powerless, *route)[0] for route in ROUTES} == dict.fromkeys(ROUTES, 403)


@pytest.mark.parametrize("seat", OTHERS, ids=lambda seat: str(seat.kind))
def test_whoever_sits_elsewhere_is_led_to_the_sign_in(desk: Desk, table: Table, seat: Seat) -> None:
    found = sitting(table, seat)
    other = AtDesk(found.person, found.token)
    answers = {asks(other, *route) for route in ROUTES}
    assert {status for status, _ in answers} == {303}
    assert all(there.startswith("/sign-in?back=") for _, there in answers)


def test_what_is_no_form_is_refused_and_breaks_nothing(
    desk: Desk, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cvs, "cvs", FakeCvs)
    taro = at_desk(table, Role.MANAGER)
    bodies = (["no", "form"], {"text": 3, "version": {}}, "words")
    for path in (path for method, path in ROUTES if method == "POST"):
        there = re.sub(r"<\w+>", "somebody", path)
        for body in bodies:
            assert taro._said(taro.says("POST", there, body))[0] < 500, (path, body)
