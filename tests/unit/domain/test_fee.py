"""What a hire costs, with a credit and without."""

from dataclasses import replace

import pytest

from shared.domain.errors import FeeDifferenceNotAccepted
from shared.domain.fee import fee
from shared.domain.rules import FIRST


@pytest.mark.parametrize(
    ("income", "without", "with_credit"),
    [
        (1, 0, 0),
        (5_999_999, 2_099_999, 0),
        (6_000_000, 2_100_000, 0),
        (6_000_001, 2_100_000, 0),
        (6_000_003, 2_100_001, 1),
        (8_000_000, 2_800_000, 700_000),
    ],
)
def test_a_credit_covers_the_cap_and_fractions_of_a_yen_are_left_out(
    income: int, without: int, with_credit: int
) -> None:
    said = fee(income, FIRST)
    assert (said.without_credit_jpy, said.with_credit_jpy) == (without, with_credit)
    assert said.covered_income_jpy == min(income, 6_000_000)


def test_the_rules_of_the_day_say_how_much() -> None:
    rules = replace(FIRST, version=2, fee_cap_jpy=5_000_000, fee_percent=30)
    said = fee(6_000_000, rules)
    assert (said.without_credit_jpy, said.with_credit_jpy) == (1_800_000, 300_000)
    assert said.rule_version == 2


@pytest.mark.parametrize("accepted", [0, 699_999, 700_001])
def test_a_difference_is_accepted_to_the_yen(accepted: int) -> None:
    said = fee(8_000_000, FIRST)
    said.check_accepted(700_000)
    with pytest.raises(FeeDifferenceNotAccepted) as refused:
        said.check_accepted(accepted)
    assert refused.value.extra() == {"difference_jpy": 700_000}
