"""Endpoints on a real table."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.domain.company import CompanyState
from shared.domain.endpoint import MOST, Endpoint
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.errors import Conflict, NotFound, StateForbids
from shared.domain.once import Reply
from shared.domain.sealed import rotated
from shared.table import keys
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.endpoints import Endpoints
from tests.support.builders import ACME, BOLT, NOON, a_company
from tests.support.endpoints import an_endpoint

DAY = timedelta(days=1)


@pytest.fixture
def endpoints(table: Table) -> Endpoints:
    for company_id in (ACME, BOLT):
        Companies(table).ask(a_company(company_id), "visitor", None, Reply(200, "{}"))
    return Endpoints(table)


@pytest.mark.parametrize(
    "endpoint",
    [
        an_endpoint(),
        an_endpoint(description="給与", events=("credit.*", "relay.formed"), paused=True),
        an_endpoint(
            disabled=Disabled.FAILING,
            disabled_at=NOON + DAY,
            health=Health(NOON, NOON + DAY, 5),
            secrets=rotated(an_endpoint().secrets, "another", NOON),
        ),
    ],
    ids=["new", "paused", "disabled"],
)
def test_what_is_kept_is_read_again(endpoints: Endpoints, endpoint: Endpoint) -> None:
    endpoints.add(endpoint)
    assert endpoints.find(ACME, endpoint.endpoint_id) == endpoint
    assert endpoints.all(ACME) == [endpoint]


def test_a_change_makes_the_next_version_and_the_one_before_changes_nothing(
    endpoints: Endpoints,
) -> None:
    before = an_endpoint()
    endpoints.add(before)
    after = replace(before, description="x", disabled=Disabled.GONE, disabled_at=NOON)
    endpoints.change(before, after)
    found = endpoints.find(ACME, before.endpoint_id)
    assert found == replace(after, version=2)
    with pytest.raises(Conflict):
        endpoints.change(before, after)
    with pytest.raises(Conflict):
        endpoints.remove(before)
    endpoints.change(found, found.let_go())
    assert endpoints.find(ACME, before.endpoint_id) == replace(before, description="x", version=3)


def test_another_companys_is_not_there(endpoints: Endpoints) -> None:
    endpoints.add(an_endpoint())
    assert endpoints.all(BOLT) == []
    with pytest.raises(NotFound):
        endpoints.find(BOLT, an_endpoint().endpoint_id)


def test_a_company_that_left_gets_none(endpoints: Endpoints) -> None:
    table = endpoints.table
    table.commit(table.change(keys.company(ACME), put={"state": CompanyState.LEFT}))
    with pytest.raises(StateForbids) as refused:
        endpoints.add(an_endpoint())
    assert refused.value.state == CompanyState.LEFT


def test_there_are_ten_at_most_whoever_comes_at_once_and_one_removed_makes_room(
    endpoints: Endpoints,
) -> None:
    for n in range(MOST):
        endpoints.add(an_endpoint(f"whe_{n}"))
    with pytest.raises(StateForbids) as refused:
        endpoints.add(an_endpoint("whe_more"))
    assert refused.value.state == "full"
    endpoints.remove(endpoints.find(ACME, an_endpoint("whe_3").endpoint_id))
    assert len(endpoints.all(ACME)) == MOST - 1
    endpoints.add(an_endpoint("whe_more"))
    endpoints.add(an_endpoint("whe_other", BOLT))
    with pytest.raises(StateForbids):
        endpoints.add(an_endpoint("whe_one_too_many"))


def test_no_secret_lies_open_and_none_is_in_what_an_endpoint_says_of_itself(
    endpoints: Endpoints,
) -> None:
    endpoints.add(an_endpoint())
    [sealed] = endpoints.find(ACME, an_endpoint().endpoint_id).secrets
    assert "whsec_" not in str(endpoints.table.client.scan(TableName=endpoints.table.name))
    assert sealed.text not in repr(an_endpoint())
