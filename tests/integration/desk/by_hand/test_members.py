"""Members on a page: managers name people and take them away, and one of them is always left."""

from dataclasses import dataclass

import pytest

from shared.domain.errors import Conflict, Unauthenticated
from shared.domain.ids import PersonKey
from shared.domain.member import Member, Role
from shared.mint import key_digest
from shared.table.members import Members
from shared.table.seats import Seats
from tests.support.builders import NOON, PEPPER
from tests.support.desk import ADA, AtDesk, Desk, at_desk

HERE = "/agency/members"
NEW = {"name": "道標 三郎", "email": "saburo@agency.example", "role": "adviser", "locale": "ja"}


def enrolled(desk: Desk, name: str, role: Role) -> PersonKey:
    email = f"{name}@agency.example"
    person = PEPPER.person(email)
    Members(desk.table).enrol(person, Member(name, email, role, NOON))
    return person


@dataclass
class Office:
    hana: PersonKey
    ada: PersonKey
    manager: AtDesk


@pytest.fixture
def office(desk: Desk) -> Office:
    hana, ada = enrolled(desk, "hana", Role.MANAGER), enrolled(desk, ADA, Role.ADVISER)
    return Office(hana, ada, at_desk(desk.table, Role.MANAGER, "hana@agency.example"))


def acts(desk: Desk) -> list[str]:
    return [act["what"] for act in desk.knows("/audit-log")["items"]]


def test_who_is_named_is_a_member_and_a_mail_says_so(desk: Desk, office: Office) -> None:
    assert office.manager.sends(HERE, once="a", **NEW) == (303, f"{HERE}?done=added")
    person = PEPPER.person(NEW["email"])
    found = Members(desk.table).find(person)
    assert found and (found.name, found.role) == (NEW["name"], Role.ADVISER)
    assert [said.detail_type for said in desk.stores.waiting()] == ["ColleagueInvited"]
    assert NEW["name"] in office.manager.reads(HERE)[1]
    assert acts(desk) == ["member.add"]


@pytest.mark.parametrize(
    ("field", "typed"), [("name", ""), ("email", "saburo"), ("role", "owner"), ("email", "")]
)
def test_what_is_wrong_is_said_beside_it_and_the_rest_is_kept(
    desk: Desk, office: Office, field: str, typed: str
) -> None:
    kept = "email" if field == "name" else "name"
    status, page = office.manager.sends(HERE, **{**NEW, field: typed})
    assert (status, f'id="{field}-wrong"' in page, NEW[kept] in page) == (422, True, True)
    here = f'name="here" value="{HERE}"'
    assert here in page and here not in office.manager.reads(HERE)[1]
    assert len(Members(desk.table).all()) == 2


def test_a_member_is_not_named_twice(desk: Desk, office: Office) -> None:
    status, page = office.manager.sends(HERE, **{**NEW, "email": f"{ADA}@agency.example"})
    assert (status, 'id="email-wrong"' in page) == (422, True)
    assert not [*desk.stores.waiting()]


def test_who_is_taken_away_is_signed_out_and_their_keys_open_nothing(
    desk: Desk, office: Office
) -> None:
    ada = at_desk(desk.table, Role.ADVISER, f"{ADA}@agency.example")
    assert ada.reads("/agency")[0] == 200
    assert desk.asks("GET", "/registrations", by=ADA)[0] == 200
    led = office.manager.sends(f"{HERE}/{office.ada}/remove", once="a")
    assert led == (303, f"{HERE}?done=removed")
    assert office.ada not in Members(desk.table).all()
    assert ada.reads("/agency")[0] == 303
    with pytest.raises(Unauthenticated):
        desk.stores.api_keys.find(key_digest(ADA), NOON)
    assert acts(desk) == ["member.remove"]


def test_the_last_manager_stays(desk: Desk, office: Office) -> None:
    status, page = office.manager.sends(f"{HERE}/{office.hana}/remove")
    assert (status, 'role="alert"' in page) == (409, True)
    assert office.hana in Members(desk.table).all()


def test_of_two_managers_one_may_go_and_not_both_at_once(desk: Desk, office: Office) -> None:
    taro = enrolled(desk, "taro", Role.MANAGER)
    members = Members(desk.table)
    everybody = members.all()
    members.remove(taro, everybody[taro], office.hana, ())
    with pytest.raises(Conflict):
        members.remove(office.hana, everybody[office.hana], taro, ())
    assert office.hana in members.all()


def test_an_adviser_sees_no_such_page_and_their_try_is_in_the_log(
    desk: Desk, office: Office
) -> None:
    ada = at_desk(desk.table, Role.ADVISER, f"{ADA}@agency.example")
    assert HERE not in ada.reads("/agency")[1]
    assert ada.reads(HERE)[0] == 403
    assert ada.sends(HERE, **NEW)[0] == 403
    assert acts(desk) == ["refused"]
    assert len(Members(desk.table).all()) == 2


def test_nobody_is_taken_away_who_is_not_here(office: Office) -> None:
    assert office.manager.reads(f"{HERE}/nobody")[0] == 404
    assert office.manager.sends(f"{HERE}/nobody/remove")[0] == 404


def test_a_sign_in_that_began_before_they_were_taken_away_opens_nothing(
    desk: Desk, office: Office
) -> None:
    seats = Seats(desk.table)
    places = seats.of(office.ada)
    office.manager.sends(f"{HERE}/{office.ada}/remove")
    with pytest.raises(Conflict):
        desk.table.commit(*seats.seen(office.ada, places, NOON))
