"""The agency's first manager: named once, and by nobody named away."""

import pytest

from functions.appoint.flow import appoint
from functions.issue_key.flow import scopes_of
from shared.domain.errors import AlreadyDone, InvalidRequest, Refused
from shared.domain.member import Member, Role
from shared.ports.members import Members as Port
from shared.table import keys
from shared.table.commit import Table
from shared.table.members import Members
from tests.support.builders import NOON, PEPPER
from tests.support.fakes.members import FakeMembers

HANAKO, TARO = "hanako@agency.example", "taro@agency.example"


@pytest.fixture(params=["memory", "table"])
def members(request: pytest.FixtureRequest) -> Port:
    if request.param == "memory":
        return FakeMembers()
    return Members(request.getfixturevalue("table"))


def is_new(members: Port, email: str) -> bool:
    return appoint("道標 花子", email, members=members, secrecy=PEPPER, now=NOON)


def test_the_first_is_new_and_the_same_address_again_is_not(members: Port) -> None:
    assert is_new(members, HANAKO)
    assert not is_new(members, HANAKO)
    assert not is_new(members, "Hanako+desk@Agency.example"), "the same person, typed otherwise"


def test_another_address_is_refused_and_changes_nothing(members: Port) -> None:
    assert is_new(members, HANAKO)
    with pytest.raises(Refused, match="somebody else"):
        is_new(members, TARO)
    assert not is_new(members, HANAKO)


def test_a_member_is_kept_under_a_key_that_names_nobody(table: Table) -> None:
    assert is_new(Members(table), HANAKO)
    key = keys.member(PEPPER.person(HANAKO))
    assert "hanako" not in f"{key.pk}{key.sk}".lower()
    kept = table.get(key)
    assert kept is not None
    assert (kept["name"], kept["email"], kept["role"]) == ("道標 花子", HANAKO, "manager")


def test_who_was_refused_is_not_kept(table: Table) -> None:
    assert is_new(Members(table), HANAKO)
    with pytest.raises(Refused):
        is_new(Members(table), TARO)
    assert table.get(keys.member(PEPPER.person(TARO))) is None


def named(email: str, role: Role = Role.ADVISER) -> Member:
    return Member("道標 太郎", email, role, NOON)


def test_somebody_new_becomes_a_member_with_the_first_key(members: Port) -> None:
    taro = PEPPER.person(TARO)
    assert members.find(taro) is None
    assert scopes_of(taro, named(TARO), members) == ["agency:read", "agency:write"]
    assert members.find(taro) == named(TARO)
    assert scopes_of(taro, named("Taro@agency.example"), members)
    assert members.find(taro) == named(TARO), "who they are is kept as first named"


def test_the_first_manager_is_a_member_whose_keys_manage(members: Port) -> None:
    assert is_new(members, HANAKO)
    asked = named(HANAKO, Role.MANAGER)
    assert "agency:manage" in scopes_of(PEPPER.person(HANAKO), asked, members)


def test_a_key_makes_nobody_a_manager_who_is_an_adviser(members: Port) -> None:
    taro = PEPPER.person(TARO)
    members.enrol(taro, named(TARO))
    with pytest.raises(InvalidRequest, match="is adviser here, not manager"):
        scopes_of(taro, named(TARO, Role.MANAGER), members)


def test_nobody_is_a_member_twice(members: Port) -> None:
    members.enrol(PEPPER.person(TARO), named(TARO))
    with pytest.raises(AlreadyDone):
        members.enrol(PEPPER.person(TARO), named(TARO))


def test_others_beside_the_first_manager_may_be_named_before_and_after(table: Table) -> None:
    members = Members(table)
    members.enrol(PEPPER.person(TARO), named(TARO))
    assert is_new(members, HANAKO)
