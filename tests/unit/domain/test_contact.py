"""Who counts as contacted: whoever knows their adviser."""

from datetime import timedelta

import pytest

from shared.domain.candidate_file import WaitsFor
from tests.support.aftercare import a_file
from tests.support.builders import NOON

ADVISER = "道標 花子"
DUE = NOON + timedelta(days=2)


def test_nobody_was_contacted_whose_adviser_has_no_name() -> None:
    waiting = a_file(contact_by=DUE, waits_for=WaitsFor.FIRST_CONTACT)
    assert waiting.contacted() == waiting
    assert waiting.is_overdue(DUE)


def test_saying_who_their_adviser_is_is_the_first_contact() -> None:
    named = a_file(contact_by=DUE, waits_for=WaitsFor.FIRST_CONTACT).advised_by(ADVISER)
    assert (named.adviser, named.contact_by, named.waits_for) == (ADVISER, None, None)
    assert not named.is_overdue(DUE)


def test_an_adviser_owes_the_reply_they_were_named_after() -> None:
    named = a_file(contact_by=DUE, waits_for=WaitsFor.REPLY).advised_by(ADVISER)
    assert (named.contact_by, named.waits_for) == (DUE, WaitsFor.REPLY)
    assert named.contacted().contact_by is None


@pytest.mark.parametrize("waits_for", WaitsFor)
def test_who_knows_their_adviser_is_contacted_by_a_word(waits_for: WaitsFor) -> None:
    waiting = a_file(adviser=ADVISER, contact_by=DUE, waits_for=waits_for)
    assert waiting.contacted().contact_by is None
