"""What waits at the agency, kind by kind: how it is read, and what is shown of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from shared import clock
from shared.domain.asked_of_us import answer_by
from shared.domain.duplicate import Duplicate
from shared.domain.placement import settling
from shared.domain.recommendation import Recommendation
from shared.domain.registration import Registration
from shared.domain.rules import Rules
from shared.domain.tokyo import day
from shared.table.adjustments import Adjustments
from shared.table.admissions import Admissions
from shared.table.candidate_files import CandidateFiles
from shared.table.complaints import Complaints
from shared.table.duplicates import Duplicates
from shared.table.inboxes import MOST, Inboxes
from shared.table.job_orders import JobOrders
from shared.table.keys import Inbox
from shared.table.misgivings import Misgivings
from shared.table.recommendations import Recommendations
from shared.table.reviews import Reviews
from shared.table.rights import RightsRequests
from shared.wires import programme, table


@dataclass(frozen=True, slots=True)
class Row:
    """
    Args:
        href: where it is done.
        who: the files of whom it is about; `name`, where that is read.
        came: the registration it is about.
        company: the id of the company it is about.
        at: since when it waits, or by when.
        of: what of its kind it is, where there are several.
        held: with what speaks against it.
        amount: of credits.
    """

    href: str
    at: datetime | date | None
    name: str = ""
    who: tuple[str, ...] = ()
    came: str = ""
    company: str = ""
    said: str = ""
    of: str = ""
    held: Registration | None = None
    amount: int = 0


def _held() -> Sequence[Row]:
    found, _ = Reviews(table()).held(limit=MOST, after=None)
    return [
        Row(
            f"/agency/registrations/{r.registration_id}",
            r.submitted_at,
            r.candidate.full_name,
            held=r,
        )
        for r in (one.registration for one in found)
    ]


def _contact() -> Sequence[Row]:
    found, _ = CandidateFiles(table()).waiting(limit=MOST, after=None)
    return [
        Row(f"/agency/candidates/{f.candidate_id}", f.contact_by, f.candidate.full_name)
        for f in found
    ]


def _duplicates() -> Sequence[Row]:
    found, _ = Duplicates(table()).waiting(limit=MOST, after=None)
    return [_pair(one) for one in found]


def _pair(found: Duplicate) -> Row:
    who = (found.one, found.other)
    return Row("/agency/duplicates", found.found_at, who=who)


def _companies() -> Sequence[Row]:
    found, _ = Admissions(table()).waiting(limit=MOST, after=None)
    return [
        Row(f"/agency/companies/{c.company_id}", c.created_at, c.name)
        for c in (one.company for one in found)
    ]


def _job_orders() -> Sequence[Row]:
    found, _ = JobOrders(table()).posted(limit=MOST, after=None)
    return [
        Row(
            f"/agency/companies/{order.company_id}/job-orders/{order.job_order_id}",
            order.posted_at,
            order.title,
            company=order.company_id,
        )
        for order in found
    ]


def _consented() -> Sequence[Row]:
    found, _ = Recommendations(table()).waiting(limit=MOST, after=None)
    return [_of(one, one.answered_at) for one in found]


def _asked() -> Sequence[Row]:
    found, _ = Recommendations(table()).unanswered(limit=MOST, after=None)
    return [_of(one, one.asked_at) for one in found]


def _joined() -> Sequence[Row]:
    """Those who may leave early for a week at most."""
    found, _ = Recommendations(table()).joined_between(*_settling(), limit=MOST, after=None)
    early = timedelta(days=_rules().early_leave_days)
    return [_of(one, one.joined_on + early) for one in found if one.joined_on]


def _of(found: Recommendation, at: datetime | date | None) -> Row:
    order = f"/agency/companies/{found.company_id}/job-orders/{found.job_order_id}"
    path = f"{order}/recommendations/{found.recommendation_id}"
    return Row(path, at, who=(found.candidate_id,), company=found.company_id)


def _rules() -> Rules:
    return programme().at(clock.now())


def _settling() -> tuple[date, date]:
    return settling(day(clock.now()), _rules())


def _adjustments() -> Sequence[Row]:
    found, _ = Adjustments(table()).proposed(limit=MOST, after=None)
    return [
        Row(
            "/agency/adjustments",
            one.proposed_at,
            company=one.company_id,
            said=one.reason,
            amount=one.amount,
        )
        for one in found
    ]


def _reversals() -> Sequence[Row]:
    found, _ = Misgivings(table()).waiting(limit=MOST, after=None)
    return [
        Row(
            "/agency/reversals",
            one.since,
            came=one.registration_id,
            company=one.company_id,
        )
        for one in found
    ]


def _rights() -> Sequence[Row]:
    found, _ = RightsRequests(table()).open(limit=MOST, after=None)
    return [
        Row(
            f"/agency/rights/{one.request_id}",
            answer_by(one.received_on),
            who=(one.candidate_id,) if one.candidate_id else (),
            of=one.wanted,
        )
        for one in found
    ]


def _complaints() -> Sequence[Row]:
    found, _ = Complaints(table()).open(limit=MOST, after=None)
    return [
        Row(f"/agency/complaints/{one.complaint_id}", answer_by(one.received_on), of=one.kind)
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class Kind:
    """
    Args:
        all: where all of it is.
        read: the first hundred, in one request.
        between: where not all of it waits yet, the days it is due on.
    """

    inbox: Inbox
    all: str
    read: Callable[[], Sequence[Row]]
    between: Callable[[], tuple[date, date]] | None = None

    def how_many(self) -> int:
        """Up to a hundred, in one request."""
        return Inboxes(table()).how_many(self.inbox, self.between() if self.between else None)


KINDS: Final = (
    Kind(Inbox.HELD, "/agency/registrations", _held),
    Kind(Inbox.CONTACT, "/agency/candidates", _contact),
    Kind(Inbox.DUPLICATES, "/agency/duplicates", _duplicates),
    Kind(Inbox.JOB_ORDERS, "/agency/job-orders", _job_orders),
    Kind(Inbox.CONSENTED, "/agency/recommendations", _consented),
    Kind(Inbox.ASKED, "/agency/recommendations/asked", _asked),
    Kind(Inbox.JOINED, "/agency/recommendations/joined", _joined, _settling),
    Kind(Inbox.RIGHTS, "/agency/rights", _rights),
    Kind(Inbox.COMPLAINTS, "/agency/complaints", _complaints),
    Kind(Inbox.COMPANIES, "/agency/companies", _companies),
    Kind(Inbox.ADJUSTMENTS, "/agency/adjustments", _adjustments),
    Kind(Inbox.REVERSALS, "/agency/reversals", _reversals),
)
"""In the order they are shown."""
