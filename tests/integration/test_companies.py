"""Companies: asked for, let in once. And the keys their programs carry."""

import pytest

from functions.approve.flow import approve
from shared.domain.access import Caller
from shared.domain.company import CompanyState
from shared.domain.errors import AlreadyDone, CompanyNotFound, Unauthenticated
from shared.domain.ids import CompanyId
from shared.domain.milestone import Tally
from tests.support.acts import SAID, count, let_in
from tests.support.builders import ACME, NOON, OPENED, a_company
from tests.support.stores import Stores


def test_a_company_comes_back_as_it_went_in(stores: Stores) -> None:
    company = a_company(industry="E", size_band="100-299")
    stores.companies.ask(company, "visitor", None, SAID)
    assert stores.companies.find(ACME) == company


def test_one_nobody_asked_for_is_not_found(stores: Stores) -> None:
    with pytest.raises(CompanyNotFound):
        stores.companies.find(CompanyId("co_unknown"))
    with pytest.raises(CompanyNotFound):
        approve(CompanyId("co_unknown"), companies=stores.companies, now=NOON)


def test_approval_opens_tally_and_ledger_at_zero_and_says_so(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", None, SAID)
    approve(ACME, companies=stores.companies, now=NOON)
    assert stores.companies.find(ACME).state is CompanyState.ACTIVE
    assert stores.ledgers.tally_and_head(ACME) == (Tally(ACME), OPENED)
    assert stores.said() == [f"approved:{ACME}"]


def test_approving_twice_never_sets_the_count_back(stores: Stores) -> None:
    let_in(stores)
    count(stores)
    with pytest.raises(AlreadyDone):
        approve(ACME, companies=stores.companies, now=NOON)
    assert stores.ledgers.tally_and_head(ACME)[0].n == 1


def test_a_key_is_found_by_its_digest_alone(stores: Stores) -> None:
    caller = Caller("key_1", "company", frozenset({"links:read", "progress:read"}), ACME)
    stores.api_keys.add("digest", caller)
    assert stores.api_keys.find("digest", NOON) == caller
    with pytest.raises(Unauthenticated):
        stores.api_keys.find("other", NOON)


def test_an_agencys_key_speaks_for_no_company(stores: Stores) -> None:
    caller = Caller("key_2", "agency", frozenset({"agency:read"}))
    stores.api_keys.add("digest", caller)
    assert stores.api_keys.find("digest", NOON).company_id is None


def test_a_key_is_never_replaced(stores: Stores) -> None:
    caller = Caller("key_1", "company", frozenset({"links:read"}), ACME)
    stores.api_keys.add("digest", caller)
    with pytest.raises(AlreadyDone):
        stores.api_keys.add("digest", Caller("key_2", "agency", frozenset({"agency:write"})))
    assert stores.api_keys.find("digest", NOON) == caller
