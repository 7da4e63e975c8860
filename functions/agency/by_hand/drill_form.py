"""What is typed about a drill, read; times are Tokyo's, as a form says them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from shared import forms
from shared.domain.drill import Drill, Touched, Window
from shared.domain.errors import InvalidRequest
from shared.domain.tokyo import TOKYO

COUNTS: Final = ("people", "companies", "minutes")
MOST: Final = 100_000_000
LONG: Final = 2_000
TIMES: Final = ("begin", "end", "learnt_at")
TICK: Final = "touched-"


def window_of(said: Mapping[str, str]) -> Window:
    """Raises InvalidRequest."""
    times, wrong = dict[str, datetime](), dict[str, str]()
    for name in TIMES:
        try:
            times[name] = forms.moment(said.get(name, ""), name)
        except InvalidRequest as refused:
            wrong |= refused.fields
    if wrong:
        raise InvalidRequest(f"wrong or missing: {', '.join(wrong)}", wrong)
    touched = tuple(kind for kind in Touched if forms.ticked(said, f"{TICK}{kind}"))
    return Window(**times, touched=touched, meant_harm=forms.ticked(said, "meant_harm"))


def drill_of(
    said: Mapping[str, str], window: Window, drill_id: str, by: str, at: datetime
) -> Drill:
    """Raises InvalidRequest."""
    counts, wrong = dict[str, int](), dict[str, str]()
    for name in COUNTS:
        found = forms.number(said.get(name, ""))
        if isinstance(found, int) and found <= MOST:
            counts[name] = found
        else:
            wrong[name] = "malformed"
    outcome = said.get("outcome", "")
    if not outcome or len(outcome) > LONG:
        wrong["outcome"] = "missing"
    if wrong:
        raise InvalidRequest(f"wrong or missing: {', '.join(wrong)}", wrong)
    return Drill(drill_id, at, by, window, **counts, outcome=outcome)


def shown_as(window: Window | None, now: datetime) -> dict[str, str]:
    """As the form shows it: an hour of last week where nothing was asked for."""
    if window is None:
        hour = now.replace(minute=0, second=0, microsecond=0)
        begin = hour - timedelta(days=7)
        usual = (Touched.REGISTRATION, Touched.FILE, Touched.MESSAGE, Touched.CV)
        window = Window(begin, begin + timedelta(hours=1), usual, now)
    times = {
        name: getattr(window, name).astimezone(TOKYO).strftime("%Y-%m-%dT%H:%M") for name in TIMES
    }
    ticks = {f"{TICK}{kind}": "on" for kind in window.touched}
    return {**times, **ticks, **({"meant_harm": "on"} if window.meant_harm else {})}
