"""What a company says of itself, and who of its people hears of credits."""

from datetime import UTC, datetime

import pytest

from shared.domain.company_member import CompanyMember
from shared.domain.ids import PersonKey
from shared.domain.seat import CompanyRole
from shared.table import keys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.profiles import AT_ONCE
from tests.support.builders import ACME
from tests.support.console import Console
from tests.support.sat import hidden

HERE = "/console/profile"


@pytest.fixture(autouse=True)
def members(table: Table) -> None:
    for name in ("hana", "taro"):
        joins(table, name)


def joins(table: Table, name: str) -> None:
    member = CompanyMember(
        company_id=ACME,
        member_id=f"mem_{name}",
        person=PersonKey(f"person-{name}"),
        email=f"{name}@aozora.example",
        name=name,
        role=CompanyRole.OWNER,
        since=datetime(2026, 3, 2, tzinfo=UTC),
    )
    table.commit(*CompanyMembers(table).added(member))


def hearing(table: Table) -> list[str]:
    return [one.name for one in CompanyMembers(table).all(ACME) if one.hears_of_credits]


def test_an_owner_says_who_hears_and_whether_partners_may_read_the_name(
    owner: Console, table: Table
) -> None:
    fields = {"contact_name": "海野", "shows_partners": "on", "hears-mem_taro": "on"}
    assert owner.post(HERE, **fields)["headers"]["Location"] == f"{HERE}?done=saved"
    mine = Companies(table).find(ACME)
    assert (mine.contact_name, mine.shows_partners) == ("海野", True)
    assert hearing(table) == ["taro"]
    [entry] = table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)
    assert entry["told"] == {
        "contact_name": "changed",
        "shows_partners.before": "False",
        "shows_partners.after": "True",
        "hears-mem_taro.before": "False",
        "hears-mem_taro.after": "True",
    }
    owner.post(HERE, contact_name="海野")
    assert hearing(table) == []
    assert not Companies(table).find(ACME).shows_partners


def test_the_log_says_that_a_persons_name_changed_and_neither_name(
    owner: Console, table: Table
) -> None:
    owner.post(HERE, contact_name="海野")
    page = owner.get("/console/audit")["body"]
    assert "変更" in page and "海野" not in page and "青空 花子" not in page


def test_what_is_saved_unchanged_is_not_in_the_log(owner: Console, table: Table) -> None:
    page = owner.get(HERE)["body"]
    fields = {"contact_name": "青空 花子", "once": hidden(page, "once")}
    for _ in range(2):
        assert owner.post(HERE, **fields)["statusCode"] == 303
    assert list(table.all_of(keys.of_company(ACME), keys.AUDIT_PREFIX)) == []


@pytest.mark.parametrize(("more", "status"), [(AT_ONCE, 303), (AT_ONCE + 1, 422)])
def test_so_many_change_at_once_and_no_more(
    owner: Console, table: Table, more: int, status: int
) -> None:
    for n in range(more):
        joins(table, f"m{n}")
    fields = {f"hears-mem_m{n}": "on" for n in range(more)}
    answer = owner.post(HERE, contact_name="海野", once="w", **fields)
    assert answer["statusCode"] == status
    if status == 303:
        assert len(hearing(table)) == more
    else:
        assert 'id="hears-wrong"' in answer["body"] and 'value="on" checked' in answer["body"]
        assert hearing(table) == [] and Companies(table).find(ACME).contact_name == "青空 花子"


def test_a_name_of_nothing_is_refused_and_all_else_that_was_said_is_kept(
    owner: Console, table: Table
) -> None:
    fields = {"contact_name": " ", "hears-mem_taro": "on"}
    answer = owner.post(HERE, **fields)
    assert answer["statusCode"] == 422
    assert 'name="hears-mem_taro" value="on" checked' in answer["body"]
    assert hearing(table) == []


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_nobody_but_an_owner_changes_it(owner: Console, table: Table, role: CompanyRole) -> None:
    other = Console(table, role, name="other")
    assert other.get(HERE)["statusCode"] == 200
    assert "<button" not in other.get(HERE)["body"].partition("<main")[2]
    assert other.post(HERE, contact_name="x")["statusCode"] == 403
    assert Companies(table).find(ACME).contact_name == "青空 花子"
