"""The life of each credit, as a ledger's entries tell it."""

from dataclasses import dataclass, field
from typing import Final

from shared.domain.credit import LotState
from shared.domain.entry import Entry, Kind
from shared.domain.rebuild import LEAVES, gives, number_of

BEGINS: Final[dict[Kind, LotState]] = {
    "reserve": LotState.AVAILABLE,
    "release": LotState.RESERVED,
    "consume": LotState.RESERVED,
    "expire": LotState.AVAILABLE,
    "void": LotState.AVAILABLE,
    "restore": LotState.CONSUMED,
    "adjust": LotState.AVAILABLE,
}
"""The state an entry must find its credit in."""


class WrongLifeError(Exception):
    def __init__(self, what: str, stored: object, made: object) -> None:
        super().__init__(what)
        self.what, self.stored, self.made = what, str(stored), str(made)


@dataclass(slots=True)
class Lives:
    """Credits by number."""

    states: dict[int, LotState] = field(default_factory=dict)
    restored: set[int] = field(default_factory=set)

    def live(self, entry: Entry) -> None:
        """Raises WrongLifeError: the credit is not where this entry may find it."""
        if entry.kind == "grant" or gives(entry):
            self._begin(_number(entry))
        elif entry.kind in BEGINS:
            self._act(_number(entry), entry.kind)

    def _begin(self, number: int) -> None:
        if number in self.states:
            raise WrongLifeError(f"credit {number} before it", self.states[number], "not granted")
        self.states[number] = LotState.AVAILABLE

    def _act(self, number: int, kind: Kind) -> None:
        state, wanted = self.states.get(number), BEGINS[kind]
        if state != wanted:
            raise WrongLifeError(f"credit {number} before it", state or "not granted", wanted)
        if kind == "restore" and number in self.restored:
            raise WrongLifeError(f"credit {number} before it", "restored", "restored once at most")
        self.restored |= {number} if kind == "restore" else set()
        self.states[number] = LEAVES[kind]


def _number(entry: Entry) -> int:
    try:
        number = number_of(entry)
    except (ValueError, IndexError):
        number = 0
    if number == 0:
        raise WrongLifeError("entry_id", entry.entry_id, "one that names a credit")
    return number
