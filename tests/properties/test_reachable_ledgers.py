"""Every state a company's tally, ledger and credits can reach together, one by one."""

from collections import Counter

import pytest

from shared.domain.credit import LotState
from tests.properties.worlds import Bounds, World, following, grown, reachable

pytestmark = pytest.mark.xdist_group("reachable ledgers")  # what they share is made once
EXPLORED = {
    "from the first count on": (0, Bounds(counted=12, reversed=2, adjusted=1), 15_000),
    "two adjustments": (9, Bounds(counted=10, reversed=2, adjusted=2), 4_000),
    "a debt over ten": (20, Bounds(counted=20, reversed=12), 1_500),
    "a debt over ten, three credits": (30, Bounds(counted=30, reversed=12), 15_000),
    "a debt an adjustment pays": (20, Bounds(counted=20, reversed=11, adjusted=1), 15_000),
    "reserved twice": (10, Bounds(counted=10, reversed=1, turns=2, adjusted=1), 1_000),
}
ACTS = {"reserve", "release", "consume", "expire", "restore", "reverse", "settle"}
"""What happens in each; counting, sealing, granting where more may count, adjusting by bounds."""


@pytest.fixture(scope="module", params=EXPLORED.values(), ids=list(EXPLORED))
def worlds(request: pytest.FixtureRequest) -> set[World]:
    counted, bounds, at_least = request.param
    found, acts = reachable(grown(counted), bounds)
    assert len(found) > at_least
    assert acts >= (ACTS | {"adjust"} if bounds.adjusted else ACTS)
    assert bounds.counted == counted or acts >= {"count", "grant"}
    return found


def test_law_1_what_was_granted_is_what_was_earned(worlds: set[World]) -> None:
    assert [w for w in worlds if not (w.head.lawful and w.tally.lawful)] == []
    for w in worlds:
        assert w.head.milestones + len(w.waiting) == w.tally.g - w.tally.w
        assert w.head.net <= w.tally.n
        assert w.tally.debt == 0 or (not w.waiting and w.head.deficit >= w.tally.debt)


def test_law_2_and_4_balances_are_the_credits_there_are_and_never_below_zero(
    worlds: set[World],
) -> None:
    for w in worlds:
        head, are = w.head, Counter(lot.state for lot in w.lots)
        assert head.available == are[LotState.AVAILABLE] >= 0
        assert head.reserved_now == are[LotState.RESERVED] >= 0
        assert head.consumed - head.restored == are[LotState.CONSUMED] >= 0
        assert head.expired == are[LotState.EXPIRED]
        assert head.voided + head.taken == are[LotState.VOIDED]
        assert head.granted + head.added == len(w.lots)


def test_law_3_a_credit_comes_to_be_once(worlds: set[World]) -> None:
    """That no name is said twice, `World` itself asserts at every step."""
    for w in worlds:
        granted = {int(name.split(":")[1]) for name in w.posted if name.startswith("grant:")}
        numbers = [lot.number for lot in w.lots]
        assert len(set(numbers)) == len(numbers)
        assert {number for number in numbers if number > 0} == granted


def test_law_4_a_reserved_credit_ends_exactly_once(worlds: set[World]) -> None:
    for w in worlds:
        for lot in w.lots:
            for turn in range(1, lot.turn + 1):
                ends = {f"{end}:{lot.number}:{turn}" for end in ("consume", "release")}
                still = lot.state is LotState.RESERVED and turn == lot.turn
                assert len(ends & w.posted) == (0 if still else 1)


def test_law_5_nothing_is_taken_back_twice(worlds: set[World]) -> None:
    for w in worlds:
        assert w.head.restored <= w.head.consumed
        for lot in w.lots:
            ended = {f"{end}:{lot.number}" for end in ("expire", "void")} & w.posted
            taken = [n for n in w.posted if n.startswith("adjust:") and int(n[9:]) == lot.number]
            gone = len(ended) + len(taken) - (lot.number < 0)
            assert gone == (lot.state in {LotState.EXPIRED, LotState.VOIDED})


def test_a_debt_with_a_credit_free_can_always_be_settled(worlds: set[World]) -> None:
    for w in worlds:
        if w.tally.debt and w.of(LotState.AVAILABLE):
            after = dict(following(w, Bounds(0, 0)))["settle"]
            assert after.tally.debt == max(w.tally.debt - 10, 0)
            assert after.tally.n == w.tally.n == after.head.net
            assert after.head.deficit == after.tally.debt
