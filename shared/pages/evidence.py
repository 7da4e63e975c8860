"""What a signal was read from: the words or the time beside it."""

from collections.abc import Mapping
from typing import Any

from shared.domain.locale import Locale
from shared.domain.registration import Registration, Signal
from shared.pages.signals import label
from shared.pages.when import moment


def evidence(seen: Registration, locale: Locale) -> list[Mapping[str, Any]]:
    """Every signal with its sentence; `by` is empty once its person was erased."""
    return [
        {"signal": signal, "label": label(signal, locale), "by": _by(signal, seen, locale)}
        for signal in seen.signals
    ]


def _by(signal: Signal, seen: Registration, locale: Locale) -> str:
    """The address, the number, or when they came: by the link of a burst, by an advertisement."""
    match signal:
        case Signal.BURST | Signal.PAID_TRAFFIC:
            return moment(seen.submitted_at, locale)
        case Signal.SAME_PHONE:
            return seen.candidate.phone or ""
    return seen.candidate.email
