"""Credits that adjustments gave are known from their first act on."""

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


def test_an_adjustment_gives_as_many_credits_as_it_says() -> None:
    given = ("adjust:adj_1", "adjust", 1)
    first, second = ("reserve:901:a", "reserve", 1), ("reserve:902:b", "reserve", 1)
    assert live(given, first).given == 0
    live(given, given, first, second, ("consume:901:a", "consume", 1))
    with pytest.raises(WrongLifeError, match="credit 902"):
        live(given, first, second)


def test_an_adjustment_that_takes_gives_none() -> None:
    with pytest.raises(WrongLifeError, match="credit 901"):
        live(("adjust:adj_1", "adjust", -1), ("reserve:901:a", "reserve", 1))


def test_whatever_leaves_a_credit_somewhere_says_where_it_must_find_it() -> None:
    assert BEGINS.keys() == LEAVES.keys()
