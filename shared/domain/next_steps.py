"""What a company may do now: the few things its first page says, the most pressing first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from shared.domain.credit import Lot
from shared.domain.job_order import JobOrder, JobOrderState
from shared.domain.link import Link, LinkState

SOON: Final = timedelta(days=90)
"""Before a credit expires: the first notice of the rules as they began."""
AT_ONCE: Final = 3
"""More to do is nothing to do."""

type Name = Literal[
    "accept_terms",
    "make_link",
    "open_link",
    "paste_link",
    "reserve_credit",
    "credit_expires",
    "post_job_order",
    "agency_looks",
]


@dataclass(frozen=True, slots=True)
class Step:
    """`about` is the label or the title of what it is about; `of` its id; `by` its last day."""

    name: Name
    about: str = ""
    of: str = ""
    by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What is known of a company when its first page is asked for.

    Args:
        links: None where there are more than were looked at.
        credits: the available ones, the soonest to expire first.
        counted: what it was shown of its counted referrals.
    """

    links: Sequence[Link] | None
    orders: Sequence[JobOrder]
    credits: Sequence[Lot]
    counted: int
    terms_wait: bool = False


def steps(desk: Desk, now: datetime) -> list[Step]:
    return list(_steps(desk, now))[:AT_ONCE]


def _steps(desk: Desk, now: datetime) -> Iterator[Step]:
    if desk.terms_wait:
        yield Step("accept_terms")
    yield from _of_links(desk, now)
    yield from _of_credits(desk, now)
    for order in desk.orders:
        if order.state is JobOrderState.POSTED:
            yield Step("agency_looks", order.title, order.job_order_id)


def _of_links(desk: Desk, now: datetime) -> Iterator[Step]:
    if desk.links is None:
        return
    if not desk.links:
        yield Step("make_link")
    elif not (open_ones := [link for link in desk.links if is_open(link, now)]):
        yield Step("open_link")
    elif not desk.counted:
        yield Step("paste_link", open_ones[0].label, open_ones[0].link_id)


def _of_credits(desk: Desk, now: datetime) -> Iterator[Step]:
    if not desk.credits:
        return
    if desk.credits[0].expires_at - now <= SOON:
        yield Step("credit_expires", by=desk.credits[0].expires_at)
    accepted = [order for order in desk.orders if order.state is JobOrderState.ACCEPTED]
    for order in accepted:
        if order.credit is None:
            yield Step("reserve_credit", order.title, order.job_order_id)
    if not accepted and not any(o.state is JobOrderState.POSTED for o in desk.orders):
        yield Step("post_job_order")


def is_open(link: Link, now: datetime) -> bool:
    """Whether who comes by it now may count."""
    closed = link.closes_at is not None and link.closes_at <= now
    return link.state is LinkState.ACTIVE and not closed
