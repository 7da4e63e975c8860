"""API keys by hand: made and shown once, listed with their last day of use, revoked at once."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.domain.access import COMPANY_SCOPES, Caller
from shared.domain.api_key import ApiKey
from shared.domain.company import CompanyState
from shared.domain.errors import Unauthenticated
from shared.domain.seat import CompanyRole
from shared.domain.tokyo import day
from shared.mint import key_digest
from shared.settings import STAGE
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.commit import Table
from tests.integration.console.test_job_orders import log, table_of
from tests.support.builders import ACME, BOLT
from tests.support.counting import Counted
from tests.support.sat import Sat, hidden, sat
from tests.support.stores import Stores

ROOT = Path(__file__).resolve().parents[3]
HERE = "/console/keys"
ASKED = {"name": "採用管理", "scope-links:read": "on", "scope-progress:read": "on", "days": "90"}
NOW = datetime.now(UTC)


@pytest.fixture
def owner(relay: Stores, monkeypatch: pytest.MonkeyPatch) -> Sat:
    monkeypatch.setenv(STAGE, "test")
    return sat(table_of(relay))


def made(owner: Sat, form: dict[str, str] | None = None) -> str:
    status, page = owner.sends(HERE, form or ASKED)
    assert status == 201, page
    found = re.search(r">(crk_test_[\w-]{43})</textarea>", page)
    assert found
    return found[1]


def own(relay: Stores) -> list[ApiKey]:
    return list(ApiKeys(table_of(relay)).all(ACME))


def test_a_key_made_here_speaks_for_the_company_with_what_was_chosen(
    relay: Stores, owner: Sat
) -> None:
    secret = made(owner)
    [key] = own(relay)
    caller = ApiKeys(table_of(relay)).find(key_digest(secret), NOW)
    assert caller == Caller(
        key.key_id, "company", frozenset({"links:read", "progress:read"}), ACME, None
    )
    assert key.expires_at and (key.expires_at - NOW).days in (89, 90)
    assert log(relay) == [("key.make", key.key_id, {"scopes": "links:read progress:read"})]


def test_the_form_offers_what_opens_something_and_nothing_else(owner: Sat) -> None:
    asked = "".join(file.read_text("utf-8") for file in (ROOT / "functions/manage").glob("*.py"))
    opens = [scope for scope in COMPANY_SCOPES if f'"{scope}"' in asked]
    offered = re.findall(r'name="scope-([^"]+)"', owner.reads(HERE)[1])
    assert offered == opens == COMPANY_SCOPES
    status, page = owner.sends(HERE, {"name": "x", "days": "90", "scope-agency:read": "on"})
    assert status == 422 and 'id="scopes-wrong"' in page


def test_what_it_may_do_is_a_list_in_the_same_words_on_both_pages(owner: Sat) -> None:
    _, once = owner.sends(HERE, ASKED)
    listed = owner.reads(HERE)[1]
    for page in (once, listed):
        assert re.findall(r"<li>(.*?)</li>", page.partition("<main")[2])[:2] == [
            "リンクを見る",
            "進み具合を見る",
        ]


def test_it_is_shown_this_once_and_kept_nowhere(relay: Stores, owner: Sat) -> None:
    form = ASKED | {"once": hidden(owner.reads(HERE)[1], "once")}
    secret = made(owner, form)
    assert owner.sends(HERE, form) == (303, f"{HERE}?done=before")
    assert secret not in owner.reads(f"{HERE}?done=before")[1]
    [_] = own(relay)
    whole = table_of(relay).client.scan(TableName=table_of(relay).name)["Items"]
    assert secret not in str(whole)


def test_a_revoked_key_opens_nothing_from_that_moment(relay: Stores, owner: Sat) -> None:
    secret = made(owner)
    [key] = own(relay)
    path = f"{HERE}/{key.key_id}/revoke"
    for _ in range(2):
        assert owner.sends(path) == (303, f"{HERE}?done=revoked")
    with pytest.raises(Unauthenticated):
        ApiKeys(table_of(relay)).find(key_digest(secret), NOW)
    page = owner.reads(f"{HERE}?done=revoked")[1]
    assert "キーを取り消しました" in page and f'action="{path}"' not in page
    assert [what for what, *_ in log(relay)] == ["key.make", "key.revoke"]


def test_a_key_is_good_until_its_end_and_no_longer(relay: Stores, owner: Sat) -> None:
    digest = key_digest(made(owner))
    found = ApiKeys(table_of(relay))
    assert found.find(digest, NOW + timedelta(days=89))
    with pytest.raises(Unauthenticated):
        found.find(digest, NOW + timedelta(days=91))


def test_the_last_day_of_use_is_kept_once_a_day(
    relay: Stores, owner: Sat, counted: Counted
) -> None:
    digest = key_digest(made(owner))
    found = ApiKeys(table_of(relay))
    counted.since()
    found.find(digest, NOW)
    assert counted.since() == ["GetItem", "TransactWriteItems"]
    found.find(digest, NOW)
    assert counted.since() == ["GetItem"]
    assert [key.used_on for key in own(relay)] == [day(NOW)]
    found.find(digest, NOW + timedelta(days=1))
    assert [key.used_on for key in own(relay)] == [day(NOW + timedelta(days=1))]


def test_a_key_is_good_also_where_its_use_cannot_be_noted(relay: Stores, owner: Sat) -> None:
    digest, table = key_digest(made(owner)), table_of(relay)
    [key] = own(relay)
    listed = keys.own_key(ACME, key.key_id)
    table.commit(table.gone(listed, refusal=lambda _: AssertionError()))  # type: ignore[arg-type, return-value]
    assert ApiKeys(table).find(digest, NOW).key_id == key.key_id


def test_what_an_operator_made_is_listed_and_can_be_revoked(relay: Stores, owner: Sat) -> None:
    caller = Caller("key_operators", "company", frozenset({"links:read"}), ACME)
    ApiKeys(table_of(relay)).add("digest", caller)
    page = owner.reads(HERE)[1]
    assert "紹介会社が作成" in page and "key_operators/revoke" in page
    owner.sends(f"{HERE}/key_operators/revoke")
    with pytest.raises(Unauthenticated):
        ApiKeys(table_of(relay)).find("digest", NOW)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"scope-links:read": "", "scope-progress:read": ""}, "scopes"),
        ({"days": "36500"}, "days"),
    ],
)
def test_a_wrong_field_is_told_beside_it(
    relay: Stores, owner: Sat, wrong: dict[str, str], field: str
) -> None:
    status, page = owner.sends(HERE, ASKED | wrong)
    assert status == 422 and f'id="{field}-wrong"' in page
    assert own(relay) == []


def test_a_scope_no_company_has_is_not_given(relay: Stores, owner: Sat) -> None:
    made(owner, ASKED | {"scope-agency:manage": "on", "scope-company:manage": "on"})
    assert own(relay)[0].scopes == ("links:read", "progress:read")


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_keys_are_an_owners(relay: Stores, owner: Sat, role: CompanyRole) -> None:
    other = sat(table_of(relay), role)
    status, page = other.reads(HERE)
    assert status == 403 and "この操作は、ほかの方にお願いしてください" in page
    assert other.sends(HERE, ASKED)[0] == 403
    assert other.sends(f"{HERE}/key_x/revoke")[0] == 403
    assert [what for what, *_ in log(relay)] == ["refused", "refused"]
    assert own(relay) == []


@pytest.mark.parametrize("state", [CompanyState.SUSPENDED, CompanyState.LEFT])
def test_while_suspended_and_once_left_no_key_is_made_and_any_is_revoked(
    relay: Stores, owner: Sat, state: CompanyState
) -> None:
    made(owner)
    table = table_of(relay)
    table.commit(table.change(keys.company(ACME), put={"state": state}))
    status, page = owner.sends(HERE, ASKED)
    assert status in (409, 422) and "何も変わっていません" in page
    [key] = own(relay)
    assert owner.reads(HERE)[0] == 200
    assert owner.sends(f"{HERE}/{key.key_id}/revoke")[0] == 303


def test_another_companys_key_is_nobodys(relay: Stores, owner: Sat) -> None:
    caller = Caller("key_bolts", "company", frozenset({"links:read"}), BOLT)
    ApiKeys(table_of(relay)).add("digest", caller)
    assert owner.sends(f"{HERE}/key_bolts/revoke")[0] == 404
    assert ApiKeys(table_of(relay)).find("digest", NOW).key_id == "key_bolts"


def test_it_is_read_in_three_requests_at_most(owner: Sat, counted: Counted) -> None:
    made(owner)
    for locale in ("ja", "en"):
        counted.since()
        assert owner.reads(f"{HERE}?lang={locale}")[0] == 200
        assert len(counted.since()) <= 3


def test_an_older_key_without_a_day_of_use_still_opens(relay: Stores) -> None:
    table: Table = table_of(relay)
    values = {"key_id": "key_old", "kind": "company", "scopes": ["links:read"], "company_id": ACME}
    table.commit(table.new(keys.api_key("old"), values))
    assert ApiKeys(table).find("old", NOW).key_id == "key_old"
