"""Which days' figures are asked for, and in which parts."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from shared.domain.errors import InvalidRequest
from shared.domain.series import Days, Granularity

SPANS: Final = {"30": Granularity.DAY, "90": Granularity.WEEK, "365": Granularity.MONTH}
"""What one touch shows: so many days, and in which parts."""


def asked(typed: Mapping[str, str], today: date) -> tuple[Days, Granularity, dict[str, str]]:
    """What cannot be is named, and the usual shown in its place."""
    wrong, said = dict[str, str](), dict[str, date | None]()
    for name in ("from", "to"):
        try:
            said[name] = date.fromisoformat(typed[name]) if typed.get(name) else None
        except ValueError:
            wrong[name] = "malformed"
    kind = typed.get("granularity") or Granularity.DAY
    if kind not in [*Granularity]:
        wrong["granularity"] = "malformed"
    try:
        if not wrong:
            return Days.asked(said["from"], said["to"], today), Granularity(kind), {}
    except InvalidRequest as refused:
        wrong |= refused.fields
    return Days.asked(None, None, today), Granularity.DAY, wrong


def form(
    typed: Mapping[str, str], days: Days, granularity: Granularity, today: date
) -> dict[str, Any]:
    usual = {"from": days.since.isoformat(), "to": days.until.isoformat()}
    spans = [(long, Days.asked(_before(today, int(long)), None, today)) for long in SPANS]
    return {
        "values": {**usual, "granularity": granularity, **typed},
        "granularities": [*Granularity],
        "today": today.isoformat(),
        "spans": [(long, span.since.isoformat(), SPANS[long]) for long, span in spans],
    }


def _before(today: date, days: int) -> date:
    return date.fromordinal(today.toordinal() - days + 1)
