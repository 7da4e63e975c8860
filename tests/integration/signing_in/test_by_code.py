"""An address, a code, a session; and the same for an address nobody has here."""

import json
from collections import Counter
from typing import Any

import pytest

from shared.domain.company import CompanyState
from shared.domain.company_member import first_owner
from shared.domain.seat import CompanyRole
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from tests.integration.signing_in.conftest import Door
from tests.support.acts import SAID
from tests.support.asking import asked
from tests.support.builders import ACME, BOLT, NOON, PEPPER, a_company
from tests.support.facts import approved

OWNER = "saiyo@aozora.example"


@pytest.fixture
def company(table: Table) -> Table:
    """Asked for by its owner, and let in."""
    joined(table)
    return table


def joined(table: Table, company_id: Any = ACME, state: CompanyState | None = None) -> None:
    company = a_company(company_id)
    owner = first_owner(company, PEPPER.person(OWNER), f"mem_{company_id}")
    beside = CompanyMembers(table).added(owner)
    changed = a_company(company_id, state=state) if state else company
    Companies(table.along(*beside)).ask(changed, company_id, None, SAID)
    if state is None:
        Companies(table).approve(company_id, approved(company_id), NOON)


def location(said: Any) -> str:
    return str(said["headers"]["Location"])


def test_an_owner_signs_in_with_the_code_and_is_led_to_their_company(
    door: Door, company: Table
) -> None:
    said = door.enters(OWNER)
    assert (said["statusCode"], location(said)) == (303, "/console")
    [cookie] = said["cookies"]
    assert cookie.startswith(f"__Host-relay={PEPPER.person(OWNER)}.")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {
        c.strip() for c in cookie.split(";")
    }


def test_the_first_sign_in_is_noted_and_no_later_one(door: Door, company: Table) -> None:
    members = CompanyMembers(company)
    assert members.find(ACME, "mem_co_acme").seen_at is None
    door.enters(OWNER)
    first = members.find(ACME, "mem_co_acme").seen_at
    door.enters(OWNER)
    assert first is not None and members.find(ACME, "mem_co_acme").seen_at == first


def test_who_came_from_a_page_of_theirs_is_led_back_to_it(door: Door, company: Table) -> None:
    assert location(door.enters(OWNER, back="/console/links?x=1")) == "/console/links?x=1"


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/agency", "/\\evil"])
def test_who_came_from_elsewhere_is_led_home(door: Door, company: Table, back: str) -> None:
    assert location(door.enters(OWNER, back=back)) == "/console"


def test_an_unknown_address_is_told_and_written_the_same(door: Door, company: Table) -> None:
    before = door.written()
    known = door.begin(OWNER)
    between = door.written()
    unknown = door.begin("nobody@aozora.example", visitor="192.0.2.2")
    after = door.written()
    one = Counter(between) - Counter(before)
    assert one == {"OUTBOX": 1, "RATE": 2, "SIGNIN": 1}
    assert Counter(after) - Counter(between) == one
    wrong = [door.types(one, "000000") for one in (known, unknown)]
    assert wrong[0]["statusCode"] == wrong[1]["statusCode"] == 422
    assert wrong[0]["body"].replace(known, "x") == wrong[1]["body"].replace(unknown, "x")


def test_the_right_code_of_an_address_nobody_has_is_a_wrong_one(door: Door) -> None:
    sign_in_id = door.begin("nobody@aozora.example")
    said = door.types(sign_in_id, door.code(sign_in_id))
    assert said["statusCode"] == 422 and not said["cookies"]


def test_five_wrong_codes_and_the_right_one_comes_too_late(door: Door, company: Table) -> None:
    sign_in_id = door.begin(OWNER)
    wrong = f"{(int(door.code(sign_in_id)) + 1) % 10**6:06}"
    told = [door.types(sign_in_id, wrong)["statusCode"] for _ in range(5)]
    assert told == [422, 422, 422, 422, 410]
    assert door.types(sign_in_id, door.code(sign_in_id))["statusCode"] == 410


def test_a_code_opens_one_session(door: Door, company: Table) -> None:
    sign_in_id = door.begin(OWNER)
    code = door.code(sign_in_id)
    assert [door.types(sign_in_id, code)["statusCode"] for _ in range(2)] == [303, 410]


def test_the_newest_code_is_the_right_one(door: Door, company: Table) -> None:
    sign_in_id = door.begin(OWNER)
    again = door.form("/sign-in/verification/resend", sign_in_id=sign_in_id)
    assert again["statusCode"] == 303 and "resent=1" in location(again)
    assert door.types(sign_in_id, door.code(sign_in_id))["statusCode"] == 422
    assert door.types(sign_in_id, door.code(sign_in_id, 2))["statusCode"] == 303


def test_a_fourth_code_is_not_sent_and_the_page_says_so(door: Door) -> None:
    sign_in_id = door.begin(OWNER)
    path = "/sign-in/verification/resend"
    told = [door.form(path, sign_in_id=sign_in_id)["statusCode"] for _ in range(3)]
    assert told == [303, 303, 429]


def test_an_address_gets_five_codes_an_hour_known_or_not(door: Door) -> None:
    for n in range(5):
        door.begin("nobody@aozora.example", visitor=f"192.0.2.{n}")
    said = door.form("/sign-in", {"x-relay-viewer": "192.0.2.9"}, email="nobody@aozora.example")
    assert said["statusCode"] == 429


def test_one_place_asks_for_thirty_addresses_an_hour(door: Door) -> None:
    for n in range(30):
        door.begin(f"nobody{n}@aozora.example")
    said = door.form("/sign-in", {"x-relay-viewer": "192.0.2.1"}, email="one@aozora.example")
    assert said["statusCode"] == 429


def test_a_form_of_somebody_elses_page_is_forged(door: Door) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    for path, form in (
        ("/sign-in", {"email": OWNER}),
        ("/sign-in/verification", {"sign_in_id": "x", "code": "123456"}),
    ):
        assert door.form(path, headers, **form)["statusCode"] == 403


def test_what_is_no_address_is_asked_for_again_with_what_was_typed(door: Door) -> None:
    said = door.form("/sign-in", email="saiyo@", back="/console/links")
    assert said["statusCode"] == 422
    assert 'value="saiyo@"' in said["body"] and 'value="/console/links"' in said["body"]
    assert 'aria-invalid="true"' in said["body"]


def test_a_program_signs_in_by_json(door: Door, company: Table) -> None:
    begun = door.asks(asked("POST", "/sign-in", {"email": OWNER}))
    told = json.loads(begun["body"])
    assert (begun["statusCode"], told["status"]) == (202, "verification_sent")
    code = {"sign_in_id": told["sign_in_id"], "code": door.code(told["sign_in_id"])}
    entered = door.asks(asked("POST", "/sign-in/verification", code))
    assert json.loads(entered["body"]) == {"status": "signed_in", "next": "/console"}
    assert entered["cookies"] and entered["statusCode"] == 200


@pytest.mark.parametrize(
    ("state", "where"),
    [
        (CompanyState.PENDING_REVIEW, "/sign-in/waiting"),
        (CompanyState.REFUSED, "/sign-in/waiting"),
        (CompanyState.SUSPENDED, "/console"),
        (CompanyState.LEFT, "/console"),
    ],
)
def test_where_an_owner_is_led_whose_company_is_not_active(
    door: Door, table: Table, state: CompanyState, where: str
) -> None:
    joined(table, state=state)
    assert location(door.enters(OWNER)) == where


def test_who_waits_reads_what_happens_next_and_gets_no_further(door: Door, table: Table) -> None:
    joined(table, state=CompanyState.PENDING_REVIEW)
    [cookie] = door.enters(OWNER)["cookies"]
    event = {**asked("GET", "/sign-in/waiting"), "cookies": [cookie.partition(";")[0]]}
    page = door.asks(event)
    assert page["statusCode"] == 200 and "お申し込みを確かめています" in page["body"]
    account = door.asks({**event, "rawPath": "/account"})
    assert location(account).startswith("/sign-in?back=")


def test_who_has_several_seats_chooses_one(door: Door, company: Table) -> None:
    joined(company, BOLT)
    said = door.enters(OWNER, back="/console/links")
    assert location(said) == "/sign-in/seat?back=%2Fconsole%2Flinks"


def test_the_roles_of_a_seat_are_the_members(door: Door, company: Table) -> None:
    [seat] = CompanyMembers(company).seats(PEPPER.person(OWNER))
    assert seat.role == CompanyRole.OWNER
