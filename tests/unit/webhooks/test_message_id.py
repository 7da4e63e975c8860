"""A message's id is its fact's, and tells no more than the day."""

from datetime import UTC, date, datetime

from ulid import ULID

from shared.domain.ids import CompanyId
from shared.webhooks.message_id import message_id
from tests.support.builders import ACME

ON = date(2026, 4, 1)
FACT = "granted:co_acme:3"
KIND = "credit.granted"


def test_the_same_fact_has_the_same_id() -> None:
    assert message_id(ACME, FACT, KIND, ON) == message_id(ACME, FACT, KIND, ON)


def test_another_fact_kind_or_company_has_another() -> None:
    ids = {
        message_id(ACME, FACT, KIND, ON),
        message_id(ACME, "granted:co_acme:4", KIND, ON),
        message_id(ACME, FACT, "credit.voided", ON),
        message_id(CompanyId("co_other"), FACT, KIND, ON),
    }
    assert len(ids) == 4


def test_it_names_the_day_and_not_the_hour_and_holds_no_full_stop() -> None:
    named = message_id(ACME, FACT, KIND, ON)
    assert ULID.from_str(named.removeprefix("evt_")).datetime == datetime(2026, 4, 1, tzinfo=UTC)
    assert named.startswith("evt_") and "." not in named
