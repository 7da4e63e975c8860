"""Where several conditions fail at once, the registration speaks first, then the person."""

import pytest

from shared.domain.errors import AlreadyDecided, PersonTaken
from shared.domain.milestone import RISE
from tests.support.acts import count, count_many, let_in, person, take_in
from tests.support.builders import ACME, BOLT, NOON
from tests.support.stores import Stores


def test_a_decided_registration_is_said_before_its_taken_person(stores: Stores) -> None:
    let_in(stores, BOLT)
    let_in(stores)
    decided = count(stores, "bob")
    count(stores, "ada", BOLT)
    with pytest.raises(AlreadyDecided):
        stores.referrals.count(decided, person("ada"), RISE, None, [], NOON)


def test_a_taken_person_is_said_before_a_refusing_tally(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 9)
    made = take_in(stores, "ada")
    with pytest.raises(PersonTaken) as taken:
        stores.referrals.count(made, person("person0"), RISE, None, [], NOON)
    assert taken.value.company_id == ACME


def test_a_decided_registration_is_said_before_a_refusing_tally(stores: Stores) -> None:
    let_in(stores)
    decided = count_many(stores, 9)[0]
    with pytest.raises(AlreadyDecided):
        stores.referrals.count(decided, person("person0"), RISE, None, [], NOON)
