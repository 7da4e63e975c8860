"""What a hire costs its company: with a credit, and without one."""

from dataclasses import dataclass

from shared.domain.errors import FeeDifferenceNotAccepted
from shared.domain.rules import Rules

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Fee:
    """In whole yen, by the rules of one version; `income_jpy` is the theoretical annual income."""

    income_jpy: int
    covered_income_jpy: int
    without_credit_jpy: int
    with_credit_jpy: int
    """The difference: what is left to pay, because the income is above the cap."""
    rule_version: int

    def check_accepted(self, difference_jpy: int) -> None:
        """Raises FeeDifferenceNotAccepted: the company agreed to another difference, or none."""
        if difference_jpy != self.with_credit_jpy:
            raise FeeDifferenceNotAccepted(self.with_credit_jpy)


def fee(income_jpy: int, rules: Rules) -> Fee:
    """What is over the cap is paid for as ever; fractions of a yen are left out.

    >>> from shared.domain.rules import FIRST
    >>> fee(6_000_000, FIRST).with_credit_jpy, fee(8_000_000, FIRST).with_credit_jpy
    (0, 700000)
    """
    covered = min(income_jpy, rules.fee_cap_jpy)
    return Fee(
        income_jpy,
        covered,
        without_credit_jpy=_of(income_jpy, rules),
        with_credit_jpy=_of(income_jpy - covered, rules),
        rule_version=rules.version,
    )


def _of(income_jpy: int, rules: Rules) -> int:
    return income_jpy * rules.fee_percent // _HUNDRED
