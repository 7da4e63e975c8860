"""What a held registration waits for a person's look for, above all: the pile it lies on."""

from typing import Final

from shared.domain.hold import HeldFor
from shared.domain.registration import Registration, Signal

ACCEPTANCE: Final = str(HeldFor.ACCEPTANCE)
"""The rules ask for somebody's word on every registration; nothing speaks against this one."""
CAUSES: Final = (*map(str, Signal), ACCEPTANCE)
"""In the order the piles lie in."""


def cause(held: Registration) -> str:
    """The first of its signals; each lies on one pile only."""
    return str(held.signals[0]) if held.signals else ACCEPTANCE
