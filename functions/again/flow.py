"""a message nobody has in hand, though they should -> another turn of it -> queued."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from shared.domain.errors import Conflict, Unavailable
from shared.domain.webhook_message import Message, renewed
from shared.ports.webhooks import Lost, Tickets


def again(
    *, messages: Lost, tickets: Tickets, now: datetime, in_time: Callable[[], bool] = lambda: True
) -> Counter[str]:
    """How many were `queued`; `refused` are those that moved meanwhile, or were not taken.

    Between the turn and the queue it may be lost again: then it is found again.

    Args:
        in_time: whether there is time for another; the next run goes on with the rest.
    """
    done = Counter[str]()
    for message in messages.due(now):
        if not in_time():
            break
        done["queued" if _queued(message, messages, tickets, now) else "refused"] += 1
    return done


def _queued(message: Message, messages: Lost, tickets: Tickets, now: datetime) -> bool:
    turn = renewed(message, now)
    try:
        messages.change(message, turn)
        tickets.send(turn.ticket)
    except (Conflict, Unavailable):
        return False
    return True
