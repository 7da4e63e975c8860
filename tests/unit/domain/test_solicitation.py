"""Nobody placed by us is asked to move on for two years (S10); nobody hears news unasked (S11)."""

from datetime import date, timedelta
from typing import Any

import pytest

from shared.domain.consent import Consents
from shared.domain.purpose import News, Transactional
from shared.domain.solicitation import may_send, may_solicit
from tests.support.builders import NOON
from tests.support.placing import a_file

UNTIL = date(2028, 4, 15)
AGREED = Consents(text_version="test-1", method="form", news=True)


def agreed(**changed: Any) -> Any:
    return a_file(consents=AGREED, **changed)


def test_who_opted_in_may_be_written_to() -> None:
    assert may_solicit(agreed(), NOON.date())


@pytest.mark.parametrize(
    "file",
    [
        a_file(),
        agreed(erased_at=NOON),
        agreed(erasing_since=NOON),
        agreed(withdrawn_at=NOON),
    ],
)
def test_nobody_else_may(file: Any) -> None:
    assert not may_solicit(file, NOON.date())


def test_for_two_years_after_joining_nobody_is_and_then_again() -> None:
    file = agreed(not_solicited_until=UNTIL)
    assert not may_solicit(file, UNTIL - timedelta(days=1))
    assert may_solicit(file, UNTIL)


def test_of_their_own_case_they_hear_all_the_same() -> None:
    file = a_file(not_solicited_until=UNTIL)
    assert may_send(Transactional("a reply to them"), file, NOON.date())
    assert not may_send(News("https://relay.example/leave"), file, NOON.date())
