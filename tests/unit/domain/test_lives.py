"""Credits that adjustments gave have a number below 0, and a life like any other."""

from dataclasses import replace
from typing import Any

import pytest

from shared.domain.lives import BEGINS, Lives, WrongLifeError
from shared.domain.rebuild import LEAVES
from tests.support.ledger_life import eventful

SOME = eventful().entries[0]


def live(*acts: tuple[str, Any, int]) -> Lives:
    lives = Lives()
    for entry_id, kind, amount in acts:
        lives.live(replace(SOME, entry_id=entry_id, kind=kind, amount=amount))
    return lives


def test_an_adjustment_gives_the_credit_it_names() -> None:
    given, first = ("adjust:1:-1", "adjust", 1), ("reserve:-1:1:job_1", "reserve", 1)
    live(given, first, ("consume:-1:1", "consume", 1))
    with pytest.raises(WrongLifeError, match="credit -2"):
        live(given, ("reserve:-2:1:job_1", "reserve", 1))
    with pytest.raises(WrongLifeError, match="credit -1"):
        live(given, ("adjust:2:-1", "adjust", 1))


def test_an_adjustment_takes_a_credit_that_is_available() -> None:
    live(("grant:3", "grant", 1), ("adjust:1:3", "adjust", -1))
    with pytest.raises(WrongLifeError, match="credit 3"):
        live(("adjust:1:3", "adjust", -1))
    with pytest.raises(WrongLifeError, match="credit 3"):
        live(
            ("grant:3", "grant", 1),
            ("adjust:1:3", "adjust", -1),
            ("reserve:3:1:job_1", "reserve", 1),
        )


def test_whatever_leaves_a_credit_somewhere_says_where_it_must_find_it() -> None:
    assert BEGINS.keys() == LEAVES.keys()
