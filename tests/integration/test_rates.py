"""Ceilings: five codes for one address in an hour, and so many companies from one place."""

from datetime import timedelta

import pytest

from shared.domain.errors import CompanyNotFound, RegistrationNotFound, TooManyRequests
from shared.domain.ids import CompanyId
from shared.table.companies import ASKED_PER_VISITOR_AND_HOUR
from tests.support.acts import SAID, person
from tests.support.builders import NOON, a_company, a_registration
from tests.support.facts import submitted
from tests.support.stores import Stores


def test_a_sixth_code_for_one_address_in_an_hour_is_refused(stores: Stores) -> None:
    asked = [a_registration(f"form{n}") for n in range(6)]
    for registration in asked[:5]:
        stores.registrations.submit(registration, person("ada"), submitted(registration))
    with pytest.raises(TooManyRequests):
        stores.registrations.submit(asked[5], person("ada"), submitted(asked[5]))
    with pytest.raises(RegistrationNotFound):
        stores.registrations.find(asked[5].registration_id)
    assert len(stores.said()) == 5


def test_resent_codes_count_towards_the_hour_too(stores: Stores) -> None:
    asked = [a_registration(f"form{n}") for n in range(5)]
    for registration in asked:
        stores.registrations.submit(registration, person("ada"), submitted(registration))
    again = asked[0].reissued(NOON)
    with pytest.raises(TooManyRequests):
        stores.registrations.reissue(asked[0], again, person("ada"), submitted(again, 2), NOON)
    assert stores.registrations.find(asked[0].registration_id).issue == 1


def test_the_next_hour_is_another_one(stores: Stores) -> None:
    for hour in range(2):
        for n in range(5):
            at = NOON + timedelta(hours=hour)
            registration = a_registration(f"form{hour}{n}", submitted_at=at)
            stores.registrations.submit(registration, person("ada"), submitted(registration))
    assert len(stores.said()) == 10


def test_one_company_too_many_from_one_place_in_an_hour_is_refused(stores: Stores) -> None:
    for n in range(ASKED_PER_VISITOR_AND_HOUR):
        stores.companies.ask(a_company(CompanyId(f"co_{n}")), "one place", None, SAID)
    too_many = a_company(CompanyId("co_too_many"))
    with pytest.raises(TooManyRequests):
        stores.companies.ask(too_many, "one place", None, SAID)
    with pytest.raises(CompanyNotFound):
        stores.companies.find(too_many.company_id)
    stores.companies.ask(too_many, "another place", None, SAID)
