"""When a company's published figures moved, so that its systems hear of it."""

from collections.abc import Iterable

from shared.domain.ledger import Head
from shared.domain.relay import Shown


def moved(before: Head, after: Head) -> bool:
    """Whether what people move did: a credit that is reserved moves none of it."""
    return _figures(before) != _figures(after)


def _figures(head: Head) -> tuple[int, int, int]:
    return head.net, head.milestones, head.deficit


def formed(before: Iterable[Shown], after: Iterable[Shown]) -> list[Shown]:
    """Rows of hiring partners that were not there. One that steps up is no new one."""
    known = {(row.direction, row.partner) for row in before}
    return [row for row in after if (row.direction, row.partner) not in known]
