"""Until when the agency may register, what a link counts, what a key may do."""

from datetime import date, timedelta

import pytest

from shared.domain.access import Caller
from shared.domain.errors import InsufficientScope
from shared.domain.link import LinkState
from shared.domain.milestone import Tally
from shared.domain.progress import exact, published
from tests.support.builders import ACME, AGENCY, NOON, a_doorway
from tests.unit.domain.test_ledger import at_credit


@pytest.mark.parametrize(
    ("day", "may"),
    [(date(2031, 3, 30), True), (date(2031, 3, 31), True), (date(2031, 4, 1), False)],
)
def test_a_licence_holds_through_its_last_day(day: date, may: bool) -> None:
    assert AGENCY.may_register(day) is may


def test_the_agency_has_a_name_and_address_in_each_language() -> None:
    assert AGENCY.name_in("ja") != AGENCY.name_in("en") == AGENCY.name_en
    assert AGENCY.address_in("ja") != AGENCY.address_in("en") == AGENCY.address_en


@pytest.mark.parametrize(
    ("state", "closes_in", "counts"),
    [
        (LinkState.ACTIVE, None, True),
        (LinkState.ACTIVE, 1, True),
        (LinkState.ACTIVE, 0, False),
        (LinkState.CLOSED, None, False),
        (LinkState.CLOSED, 1, False),
    ],
)
def test_a_link_counts_while_open(state: LinkState, closes_in: int | None, counts: bool) -> None:
    closes_at = None if closes_in is None else NOON + timedelta(seconds=closes_in)
    assert a_doorway(state=state, closes_at=closes_at).counts(NOON) is counts


def test_a_key_may_do_what_its_scopes_say() -> None:
    caller = Caller("key_1", "company", frozenset({"links:read"}), ACME)
    assert caller.company_for("links:read") == ACME
    with pytest.raises(InsufficientScope, match="links:write"):
        caller.company_for("links:write")


def test_the_company_sees_its_ledger_and_the_agency_the_count() -> None:
    head, tally = at_credit(1), Tally(ACME, n=12, r=2, g=1)
    company, agency = published(head), exact(tally, head)
    assert (company.counted, company.toward_next, company.to_next) == (10, 0, 10)
    assert (agency.counted, agency.toward_next, agency.to_next) == (12, 2, 8)


def test_a_carried_deficit_makes_the_next_credit_farther() -> None:
    tally = Tally(ACME, n=9, g=1, debt=1)
    assert exact(tally, at_credit(1)).to_next == 11
