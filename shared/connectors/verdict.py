"""What a status says."""

from datetime import datetime

from shared.connectors.exchange import Answer
from shared.connectors.limits import Names, limit
from shared.domain.trouble import Trouble, Why


def trouble(answer: Answer, names: Names, now: datetime) -> Trouble | None:
    """None where they did it."""
    match answer.status:
        case 200 | 201 | 204:
            return None
        case 401 | 403:
            return Trouble(Why.FORBIDDEN, f"answered {answer.status}")
        case 404 | 410:
            return Trouble(Why.GONE, f"answered {answer.status}")
        case 429:
            return Trouble(
                Why.RATE_LIMITED, "answered 429", limit(answer.headers, names, now).resets_at
            )
        case 408 | 425:
            return Trouble(Why.TRY_AGAIN, f"answered {answer.status}")
        case status if status >= 500:
            return Trouble(Why.TRY_AGAIN, f"answered {status}")
        case status:
            return Trouble(Why.REFUSED, f"answered {status}")
