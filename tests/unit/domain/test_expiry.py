"""Which of two ends is a credit's, and which notice is in its time."""

from dataclasses import replace
from datetime import timedelta

from shared.domain.company import CompanyState
from shared.domain.credit import Lot, LotState
from shared.domain.expiry import lengthened, notice, over_at
from shared.domain.rules import FIRST
from tests.support.builders import ACME, NOON, a_company

LOT = Lot("crd_1", ACME, 1, LotState.AVAILABLE, NOON, NOON + timedelta(days=730))


def test_a_credit_is_over_at_its_own_end_while_its_company_stays() -> None:
    assert over_at(LOT, a_company()) == LOT.expires_at


def test_a_company_that_left_spends_its_credits_within_the_run_off() -> None:
    until = NOON + timedelta(days=90)
    left = a_company(state=CompanyState.LEFT, usable_until=until)
    assert over_at(LOT, left) == until
    sooner = replace(LOT, expires_at=until - timedelta(days=1))
    assert over_at(sooner, left) == sooner.expires_at


def test_a_clock_that_slept_says_the_last_notice_alone() -> None:
    until = NOON + timedelta(days=5)
    assert notice(until, NOON, FIRST) == 7


def test_rules_without_notices_say_none() -> None:
    assert notice(NOON + timedelta(days=5), NOON, replace(FIRST, notice_days=())) is None


def test_a_credit_that_comes_back_lengthens_the_run_off_and_never_shortens_it() -> None:
    until = NOON + timedelta(days=90)
    left = a_company(state=CompanyState.LEFT, usable_until=until)
    later = until + timedelta(days=1)
    assert lengthened(left, later) == later
    assert lengthened(left, until) is None
    assert lengthened(a_company(), later) is None
