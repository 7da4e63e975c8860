"""A key is made for somebody, with scopes of its kind and no others."""

from typing import Any

import pytest

from functions.issue_key.flow import issue_key
from shared.domain.access import AGENCY_SCOPES, COMPANY_SCOPES, Caller
from shared.domain.company import CompanyState
from shared.domain.errors import (
    CompanyNotActive,
    CompanyNotFound,
    InsufficientScope,
    InvalidRequest,
)
from tests.support.acts import let_in
from tests.support.builders import ACME, NOON, a_company
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores


def issue(stores: Stores, kind: Any, company_id: Any, scopes: list[str] | None = None) -> Caller:
    return issue_key(
        "key_1",
        kind,
        company_id,
        scopes,
        digest="digest",
        api_keys=stores.api_keys,
        find_company=stores.companies.find,
    )


def test_a_company_gets_every_scope_of_companies_and_none_of_the_agency(stores: Stores) -> None:
    let_in(stores)
    caller = issue(stores, "company", ACME)
    assert stores.api_keys.find("digest", NOON) == caller
    assert caller.company_for("links:write") == ACME
    assert caller.scopes == set(COMPANY_SCOPES)


def test_the_agencys_key_speaks_for_no_company(stores: Stores) -> None:
    caller = issue(stores, "agency", None)
    caller.check("agency:read")
    assert caller.scopes == set(AGENCY_SCOPES)
    with pytest.raises(InsufficientScope):
        caller.company_for("agency:read")


@pytest.mark.parametrize("scopes", [[], ["progress:read"]])
def test_a_key_has_the_scopes_asked_for_and_no_more(stores: Stores, scopes: list[str]) -> None:
    let_in(stores)
    caller = issue(stores, "company", ACME, scopes)
    assert caller.scopes == set(scopes)
    with pytest.raises(InsufficientScope):
        caller.company_for("links:write")


@pytest.mark.parametrize("state", [CompanyState.PENDING_REVIEW, CompanyState.SUSPENDED])
def test_a_company_that_is_not_active_gets_no_key(
    stores: Stores, memory: Memory, state: CompanyState
) -> None:
    memory.companies[ACME] = a_company(state=state)
    with pytest.raises(CompanyNotActive) as refused:
        issue(stores, "company", ACME)
    assert (refused.value.code, memory.api_keys) == ("company_not_active", {})


@pytest.mark.parametrize(
    ("kind", "company_id", "scopes", "error"),
    [
        ("company", ACME, ["agency:read"], InvalidRequest),
        ("company", None, None, InvalidRequest),
        ("agency", ACME, None, InvalidRequest),
        ("company", "co_unknown", None, CompanyNotFound),
    ],
)
def test_a_key_that_makes_no_sense_is_not_made(
    stores: Stores, memory: Memory, kind: str, company_id: Any, scopes: Any, error: Any
) -> None:
    let_in(stores)
    with pytest.raises(error):
        issue(stores, kind, company_id, scopes)
    assert memory.api_keys == {}
