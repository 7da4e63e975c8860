"""Read, decide, commit; and again, if somebody else committed first."""

import random
import time
from collections.abc import Callable
from functools import wraps

from shared.domain.errors import Conflict

TRIES = 4
_JITTER = random.SystemRandom()
"""Asks the machine each time: copies of one snapshot must not come again together."""


def retry_on_conflict[**P, R](flow: Callable[P, R]) -> Callable[P, R]:
    """Run `flow` up to 4 times, full jitter between. Safe only for flows that write nothing
    before their commit. Raises the last Conflict.
    """

    @wraps(flow)
    def again(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(TRIES - 1):
            try:
                return flow(*args, **kwargs)
            except Conflict:
                time.sleep(_JITTER.uniform(0, 0.02 * 2**attempt))
        return flow(*args, **kwargs)

    return again
