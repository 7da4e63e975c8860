"""connections whose turn comes before we look again -> handed on, each at its own minute."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from shared.domain.asked import following
from shared.domain.errors import Unavailable
from shared.ports.vendors import Marks, Turns

AHEAD: Final = timedelta(minutes=10)
"""Until the next run (infra.stack), and no longer than anybody's next turn is away."""


def hand_out(
    *, marks: Marks, turns: Turns, now: datetime, chance: Callable[[], float]
) -> tuple[int, int]:
    """(handed on, refused). What was refused is due at the next run; it stops nobody behind it.

    Handed on first, then dated on: a turn may come twice (`ask` takes it), and is never lost.
    """
    handed, refused = 0, 0
    for connection_id, turn in marks.due(now + AHEAD):
        try:
            turns.hand_on(connection_id, turn - now)
            marks.turn(connection_id, turn, following(turn, now, chance))
        except Unavailable:
            refused += 1
        else:
            handed += 1
    return handed, refused
