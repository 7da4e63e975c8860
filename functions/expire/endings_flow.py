"""a job order past its last day -> is somebody on the way to it? -> closed, its credit let go."""

from collections import Counter
from datetime import datetime

from shared.closing import close
from shared.domain.errors import Conflict, JobOrderNotFound, StateForbids
from shared.domain.job_order import JobOrder
from shared.domain.recommendation import is_under_way
from shared.domain.rules import Rules
from shared.ports.hiring import Endings, JobOrders
from shared.retry import retry_on_conflict


def end(*, endings: Endings, orders: JobOrders, rules: Rules, now: datetime) -> Counter[str]:
    """How many were `closed`; `waiting` have somebody on the way, `refused` come up again."""
    done = Counter[str]()
    for order in list(endings.due(now)):
        try:
            done[_end(order, endings, orders, rules, now)] += 1
        except Conflict:
            done["refused"] += 1
    return done


@retry_on_conflict
def _end(order: JobOrder, endings: Endings, orders: JobOrders, rules: Rules, now: datetime) -> str:
    """Whom the company was shown may still join; nobody else may."""
    if any(is_under_way(each) for each in endings.recommended(order)):
        return "waiting"
    try:
        close(order.company_id, order.job_order_id, orders=orders, rules=rules, now=now)
    except (JobOrderNotFound, StateForbids):
        return "left"
    return "closed"
