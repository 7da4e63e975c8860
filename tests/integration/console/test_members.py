"""Who works at a company: invited, another role, let go; and the last owner stays."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shared.company import members as flow
from shared.domain.company import CompanyState
from shared.domain.company_member import CompanyMember
from shared.domain.errors import Conflict, LastOwner, RelayError
from shared.domain.ids import CompanyId
from shared.domain.seat import CompanyRole, Kind, Seat
from shared.domain.session import opened
from shared.mint import key_digest
from shared.table import keys
from shared.table.commit import Table
from shared.table.company_members import INVITED_PER_DAY, CompanyMembers
from shared.table.seats import Seats
from shared.table.sessions import Sessions
from tests.integration.console.test_job_orders import log, table_of
from tests.support.acts import SAID
from tests.support.builders import ACME, BOLT, PEPPER, a_company
from tests.support.counting import Counted
from tests.support.sat import Sat, hidden, sat
from tests.support.stores import Stores

HERE = "/console/members"
NOW = datetime.now(UTC)
NEW = {"name": "白雲 翔", "email": "sho@aozora.example", "role": "recruiter", "locale": "ja"}


def a_member(name: str, role: CompanyRole, company_id: CompanyId = ACME) -> CompanyMember:
    return CompanyMember(
        company_id=company_id,
        member_id=f"mem_{name}",
        person=PEPPER.person(f"{name}@{company_id}.example"),
        email=f"{name}@{company_id}.example",
        name=name,
        role=role,
        since=NOW,
        seen_at=NOW,
    )


def joins(table: Table, name: str, role: CompanyRole) -> CompanyMember:
    member = a_member(name, role)
    table.commit(*CompanyMembers(table).added(member))
    return member


def owners(table: Table) -> int:
    return sum(one.role is CompanyRole.OWNER for one in CompanyMembers(table).all(ACME))


def noted_owners(table: Table) -> int:
    item = table.get(keys.roster(ACME))
    assert item
    return int(item["owners"])


def signed_in(table: Table, member: CompanyMember) -> Sat:
    token = f"token-{member.member_id}"
    seat = Seat(Kind.COMPANY, ACME, member.role)
    Sessions(table).open(opened(key_digest(token), member.person, (seat,), "ja", NOW))
    return Sat(member.person, token)


@pytest.fixture
def owner(relay: Stores) -> Sat:
    """`sat` sits here, and is a member."""
    joins(table_of(relay), "owner", CompanyRole.OWNER)
    return sat(table_of(relay))


@pytest.mark.parametrize("path", [HERE, f"{HERE}/mem_owner"])
def test_it_is_read_in_three_requests_at_most(owner: Sat, counted: Counted, path: str) -> None:
    for locale in ("ja", "en"):
        counted.since()
        assert owner.reads(f"{path}?lang={locale}")[0] == 200
        assert len(counted.since()) <= 3


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_everybody_reads_who_else_is_here_and_an_owner_alone_acts(
    relay: Stores, owner: Sat, role: CompanyRole
) -> None:
    other = sat(table_of(relay), role)
    status, page = other.reads(HERE)
    assert status == 200 and "owner@co_acme.example" in page
    assert "<button" not in page.partition("<main")[2]
    assert other.reads(f"{HERE}/mem_owner")[0] == 403
    for path, form in ((HERE, NEW), (f"{HERE}/mem_owner", {"role": "viewer"})):
        assert other.sends(path, form)[0] == 403
    assert other.sends(f"{HERE}/mem_owner/remove")[0] == 403
    assert [what for what, *_ in log(relay)] == ["refused"] * 3
    assert len(CompanyMembers(table_of(relay)).all(ACME)) == 1


def test_who_is_invited_is_a_member_and_a_mail_is_due(relay: Stores, owner: Sat) -> None:
    form = NEW | {"once": hidden(owner.reads(HERE)[1], "once")}
    for _ in range(2):
        assert owner.sends(HERE, form) == (303, f"{HERE}?done=invited")
    [_, new] = CompanyMembers(table_of(relay)).all(ACME)
    assert (new.email, new.role, new.seen_at) == ("sho@aozora.example", "recruiter", None)
    said = [fact for fact in relay.said() if fact.startswith("invited:")]
    assert said == [f"invited:{new.member_id}"]
    assert log(relay) == [("member.invite", new.member_id, {"role": "recruiter"})]
    page = owner.reads(f"{HERE}?done=invited")[1]
    assert "招待のメールを送りました" in page and "招待中" in page
    [place] = Seats(table_of(relay)).of(new.person)
    assert place.seat == Seat(Kind.COMPANY, ACME, "recruiter")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "sho"}, "email"),
        ({"email": ""}, "email"),
        ({"name": " "}, "name"),
        ({"role": "boss"}, "role"),
        ({"locale": "fr"}, "locale"),
        ({"email": "owner@co_acme.example"}, "email"),
        ({"email": "owner@acme.example"}, None),
    ],
)
def test_a_wrong_field_is_told_beside_it_and_the_others_are_kept(
    relay: Stores, owner: Sat, wrong: dict[str, str], field: str | None
) -> None:
    status, page = owner.sends(HERE, NEW | wrong)
    assert status == (422 if field else 303)
    if field:
        assert f'id="{field}-wrong"' in page
        assert "白雲 翔" in page or field == "name"
        assert len(CompanyMembers(table_of(relay)).all(ACME)) == 1


def test_a_member_is_not_invited_twice(relay: Stores, owner: Sat) -> None:
    owner.sends(HERE, NEW)
    status, page = owner.sends(HERE, NEW)
    assert status == 422 and "もうメンバーです" in page
    assert len(CompanyMembers(table_of(relay)).all(ACME)) == 2


def test_a_day_has_room_for_so_many_invitations(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    key = keys.rate(f"invited:{ACME}", f"{datetime.now(UTC):%Y%m%d}")
    table.commit(table.new(key, {"count": INVITED_PER_DAY}))
    status, page = owner.sends(HERE, NEW)
    assert status == 429 and "50人まで" in page


def test_another_role_is_had_at_once_and_the_old_one_signed_out(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    taro = joins(table, "taro", CompanyRole.RECRUITER)
    sits = signed_in(table, taro)
    assert sits.reads(HERE)[0] == 200
    path = f"{HERE}/mem_taro"
    assert owner.sends(path, {"role": "viewer"}) == (303, f"{HERE}?done=turned")
    assert sits.reads(HERE) == (303, "/sign-in?back=%2Fconsole%2Fmembers&ended=1")
    assert CompanyMembers(table).find(ACME, "mem_taro").role is CompanyRole.VIEWER
    assert Seats(table).of(taro.person)[0].seat.role == "viewer"
    told = {"role.before": "recruiter", "role.after": "viewer"}
    assert log(relay) == [("member.role", "mem_taro", told)]
    assert owner.sends(path, {"role": "boss"})[0] == 422


def test_who_is_let_go_is_signed_out_and_finds_no_seat(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    taro = joins(table, "taro", CompanyRole.OWNER)
    sits = signed_in(table, taro)
    assert owner.sends(f"{HERE}/mem_taro/remove") == (303, f"{HERE}?done=removed")
    assert sits.reads(HERE)[0] == 303
    assert Seats(table).of(taro.person) == []
    assert (owners(table), noted_owners(table)) == (1, 1)
    assert owner.sends(f"{HERE}/mem_taro/remove")[0] == 404


def test_the_last_owner_neither_goes_nor_becomes_another(relay: Stores, owner: Sat) -> None:
    for path, form in ((f"{HERE}/mem_owner/remove", {}), (f"{HERE}/mem_owner", {"role": "viewer"})):
        status, page = owner.sends(path, form)
        assert status == 409 and "オーナーがひとりもいなくなる" in page
    assert owner.reads(HERE)[0] == 200
    assert log(relay) == []


def test_of_two_owners_who_go_at_the_same_time_one_stays(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    joins(table, "taro", CompanyRole.OWNER)
    members = CompanyMembers(table)

    def goes(name: str) -> str:
        for _ in range(50):
            try:
                flow.remove(
                    ACME,
                    name,
                    members=members,
                    sessions=Sessions(table),
                    written=lambda _: members,
                )
                return "gone"
            except Conflict:
                continue
            except LastOwner:
                return "stays"
        return "contended"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(goes, ["mem_owner", "mem_taro"])) == ["gone", "stays"]
    assert (owners(table), noted_owners(table)) == (1, 1)


def test_an_owner_read_before_another_went_is_refused_by_the_transaction(
    relay: Stores, owner: Sat
) -> None:
    """Both were read while there were two."""
    table, members = table_of(relay), CompanyMembers(table_of(relay))
    taro, first = joins(table, "taro", CompanyRole.OWNER), members.find(ACME, "mem_owner")
    members.remove(taro, [])
    with pytest.raises(LastOwner):
        members.remove(first, [])
    with pytest.raises(LastOwner):
        members.turn(first, replace(first, role=CompanyRole.VIEWER), [])
    with pytest.raises(Conflict):
        members.remove(taro, [])
    assert noted_owners(table) == 1


def test_who_signs_in_while_they_are_let_go_has_no_session(relay: Stores, owner: Sat) -> None:
    """Their seats were read before, their session is opened after."""
    table = table_of(relay)
    taro = joins(table, "taro", CompanyRole.RECRUITER)
    places = Seats(table).of(taro.person)
    CompanyMembers(table).remove(taro, [])
    late = opened("digest", taro.person, tuple(p.seat for p in places), "ja", NOW)
    with pytest.raises(Conflict):
        Sessions(table).open(late, *Seats(table).seen(taro.person, places, NOW))
    assert Sessions(table).all(taro.person, NOW) == []


@pytest.mark.parametrize("state", [CompanyState.SUSPENDED, CompanyState.LEFT])
def test_while_suspended_and_once_left_nobody_is_given_rights_and_anybody_may_lose_them(
    relay: Stores, owner: Sat, state: CompanyState
) -> None:
    table = table_of(relay)
    joins(table, "taro", CompanyRole.RECRUITER)
    table.commit(table.change(keys.company(ACME), put={"state": state}))
    assert owner.reads(HERE)[0] == owner.reads(f"{HERE}/mem_taro")[0] == 200
    for path, form in ((HERE, NEW), (f"{HERE}/mem_taro", {"role": "owner"})):
        status, page = owner.sends(path, form)
        assert status in (409, 422) and "何も変わっていません" in page
    assert owner.sends(f"{HERE}/mem_taro/remove")[0] == 303
    assert len(CompanyMembers(table).all(ACME)) == 1


def test_another_companys_member_is_nobody(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    relay.companies.ask(a_company(BOLT), "visitor", None, SAID)
    table.commit(*CompanyMembers(table).added(a_member("bo", CompanyRole.OWNER, BOLT)))
    assert owner.reads(f"{HERE}/mem_bo")[0] == 404
    assert owner.sends(f"{HERE}/mem_bo", {"role": "viewer"})[0] == 404
    assert owner.sends(f"{HERE}/mem_bo/remove")[0] == 404


def test_an_owner_who_goes_is_signed_out_themself(relay: Stores, owner: Sat) -> None:
    joins(table_of(relay), "taro", CompanyRole.OWNER)
    assert owner.sends(f"{HERE}/mem_owner/remove")[0] == 303
    assert owner.reads(HERE)[0] == 303


def test_members_come_and_go_and_the_owners_are_always_counted(relay: Stores, owner: Sat) -> None:
    table, members = table_of(relay), CompanyMembers(table_of(relay))
    turns = [
        ("taro", CompanyRole.VIEWER),
        ("taro", CompanyRole.OWNER),
        ("owner", CompanyRole.VIEWER),
        ("taro", CompanyRole.RECRUITER),
        ("owner", CompanyRole.OWNER),
        ("owner", CompanyRole.OWNER),
    ]
    joins(table, "taro", CompanyRole.OWNER)
    for name, role in turns:
        try:
            flow.turn(
                ACME,
                f"mem_{name}",
                role,
                members=members,
                sessions=Sessions(table),
                written=lambda *_: members,
            )
        except RelayError as refused:
            assert isinstance(refused, LastOwner)
        assert noted_owners(table) == owners(table) >= 1
