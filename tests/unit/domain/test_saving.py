"""What the relay saves, by arithmetic alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.fee import Fee, fee
from shared.domain.rules import FIRST
from shared.domain.saving import YEAR, Channel, Cost, OwnCosts, kept, needed, saving

TEN = OwnCosts((Cost(Channel.AGENCY, 10, 2_000_000),))
yen = st.integers(0, 100_000_000)
costs = st.lists(
    st.builds(Cost, st.sampled_from(Channel), st.integers(1, 500), st.integers(1, 10_000_000)),
    min_size=1,
    max_size=5,
).map(lambda found: OwnCosts(tuple(found)))
fees = st.lists(st.integers(1, 30_000_000).map(lambda income: fee(income, FIRST)), max_size=8)


def test_what_is_paid_beside_a_credit_is_not_saved() -> None:
    found = saving([fee(8_000_000, FIRST)], TEN, YEAR)
    assert found.fee_jpy == 2_100_000
    assert (found.share, found.careful_share) == (105, 100)


def test_less_than_a_year_is_not_blown_up_to_one_and_more_is_spread() -> None:
    hires = [fee(6_000_000, FIRST)] * 2
    assert saving(hires, TEN, 30).a_year_jpy == 4_200_000
    assert saving(hires, TEN, 2 * YEAR).a_year_jpy == 2_100_000


def test_without_the_companys_figures_there_is_no_share() -> None:
    found = saving([fee(6_000_000, FIRST)], None, YEAR)
    assert (found.fee_jpy, found.share, found.careful_share) == (2_100_000, None, None)
    free = OwnCosts((Cost(Channel.REFERRAL, 3, 0),))
    assert saving([fee(6_000_000, FIRST)], free, YEAR).share is None


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "below"), (99, "below"), (100, "within"), (200, "within"), (201, "above")],
)
def test_the_promise_holds_from_ten_to_twenty_percent(share: int, said: str) -> None:
    assert kept(share) == said


@given(fees, costs, st.integers(0, 4000))
def test_the_careful_share_is_never_the_greater(found: list[Fee], own: OwnCosts, days: int) -> None:
    said = saving(found, own, days)
    assert said.share is not None and said.careful_share is not None
    assert 0 <= said.careful_share <= said.share


@given(costs, st.integers(1, 5_000_000), st.sampled_from([100, 200]))
def test_as_many_credits_as_are_needed_do_and_one_less_does_not(
    own: OwnCosts, each: int, share: int
) -> None:
    n = needed(share, own, each)
    assert n * each * 1000 >= own.a_year_jpy * share > (n - 1) * each * 1000
