"""What rules that are not yet made would have made of the last 90 days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from shared.domain.effect import Effect, effect
from shared.domain.rules import Rules
from shared.retry import retry_on_conflict
from shared.table.pasts import Looked, Pasts
from shared.wires import pepper, table

LOOKED_BACK: Final = timedelta(days=90)
LOOKING: Final = frozenset({"acceptance_needed", "burst", "burst_minutes"})
COUNTING: Final = LOOKING | {"hold_days", "person_held_days"}
"""What decides whether a registration counts. The other rules are about credits and people."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    effect: Effect
    looked: Looked
    unsure: list[str]
    """What cannot be known, by its name in the words."""


def foresee(rules: Rules, before: Rules, changed: Mapping[str, Any], now: datetime) -> Foreseen:
    """Raises Conflict, Unavailable."""
    since = now - LOOKED_BACK
    looked = retry_on_conflict(Pasts(table(), pepper().person).read)(since, now)
    found = effect(looked.pasts, rules, before, now)
    known = {
        "verdicts": bool(changed.keys() & LOOKING),
        "devices": bool(changed.keys() & {"burst", "burst_minutes"}),
        "meanwhile": rules.hold_days > before.hold_days,
        "overwritten": rules.person_held > before.person_held,
        "duplicates": rules.person_held < before.person_held and bool(found.unknown),
        "companies": not looked.are_all,
        "older": looked.since > since,
    }
    return Foreseen(found, looked, [name for name, is_so in known.items() if is_so])
