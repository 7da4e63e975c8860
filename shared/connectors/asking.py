"""One question for JSON, answered or not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from shared.connectors.exchange import Request
from shared.connectors.limits import Names
from shared.connectors.reading import parsed
from shared.connectors.verdict import trouble
from shared.connectors.wire import Wire
from shared.domain.trouble import Trouble, Why

NAMES: Final = Names("x-ratelimit-remaining", "x-ratelimit-reset")


def asked(
    wire: Wire, url: str, headers: Mapping[str, str], now: datetime, names: Names = NAMES
) -> dict[str, Any] | Trouble:
    """The object that came back."""
    answer = wire.ask(Request("GET", url, headers))
    if isinstance(answer, Trouble):
        return answer
    if wrong := trouble(answer, names, now):
        return wrong
    said = parsed(answer.body)
    return said if isinstance(said, dict) else Trouble(Why.UNREADABLE, "the answer is no object")
