"""What index `by_company` costs: a write unit when a registration comes, another at its verdict."""

import pytest

from shared.counting import settle
from shared.table import keys
from tests.support.acts import let_in, person, take_in
from tests.support.builders import NOON, PROGRAMME
from tests.support.reversing import take_back
from tests.support.stores import on_table
from tests.support.table import client, fresh_table
from tests.support.units import Units


@pytest.fixture
def units() -> Units:
    return Units(fresh_table(client()))


def test_a_registrations_life_costs_the_index_two_units_and_a_reversal_a_third(
    units: Units,
) -> None:
    stores = on_table(units.table)
    let_in(stores)
    assert units.since()[keys.COMPANY_INDEX] == 1, "the company is listed"
    made = take_in(stores)
    assert units.since()[keys.COMPANY_INDEX] == 1
    stores.registrations.try_code(made.registration_id, NOON)
    assert keys.COMPANY_INDEX not in units.since(), "the index does not show tries"
    settle(made, person("ada"), referrals=stores.referrals, programme=PROGRAMME, now=NOON)
    assert units.since()[keys.COMPANY_INDEX] == 1, "and nothing for the tally"
    take_back(stores, made)
    assert units.since()[keys.COMPANY_INDEX] == 1
