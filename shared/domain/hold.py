"""Why a verified registration does not count yet, and until when it waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.domain.registration import Reason, Registration
from shared.domain.rules import Rules

PERSONS: Final = frozenset({"signals", "acceptance"})
"""What somebody at the agency ends; time alone ends the other."""
REFUSALS: Final = frozenset(
    {
        Reason.SUSPECTED_FRAUD,
        Reason.OUT_OF_SCOPE,
        Reason.ALREADY_REGISTERED,
        Reason.VOIDED_BY_COMPANY,
    }
)
"""What a person may refuse a held registration for."""


class HeldFor(StrEnum):
    SIGNALS = "signals"
    ACCEPTANCE = "acceptance"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Hold:
    """A person comes before time: whoever waits for both waits for the person first."""

    held_for: HeldFor
    until: datetime | None = None
    """Before then it does not count, whoever accepts it. None: the rules ask for no time."""


BY_SIGNALS: Final = Hold(HeldFor.SIGNALS)


def hold(registration: Registration, rules: Rules, verified_at: datetime) -> Hold | None:
    """What the rules it was made under ask for before it counts; None where it counts at once."""
    days = timedelta(days=rules.hold_days)
    until = verified_at + days if days else None
    if registration.signals:
        return Hold(HeldFor.SIGNALS, until)
    if rules.acceptance_needed:
        return Hold(HeldFor.ACCEPTANCE, until)
    return Hold(HeldFor.PERIOD, until) if until else None


def is_over(registration: Registration, now: datetime) -> bool:
    """Whether its time has come; a person's word is another question."""
    return registration.held_until is None or registration.held_until <= now
