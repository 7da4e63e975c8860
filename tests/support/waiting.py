"""An agency where one of everything waits."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from shared.counting import settle
from shared.domain.adjustment import Adjustment
from shared.domain.complaint import Complainant, Complaint, ComplaintKind
from shared.domain.duplicate import Duplicate, Sign
from shared.domain.ids import CompanyId, RecommendationId
from shared.domain.job_order import JobOrderState
from shared.domain.registration import CODE_VALID, Registration, Signal
from shared.domain.rights import CameBy, RightsRequest, Wanted
from shared.domain.tokyo import day
from shared.table import duplicate_item, job_order_item, keys
from shared.table.adjustments import Adjustments
from shared.table.codec import due
from shared.table.commit import Table
from shared.table.complaints import Complaints
from shared.table.rights import RightsRequests
from tests.support.acts import SAID, count, let_in, person
from tests.support.builders import ACME, BOLT, JOBS, NOON, PROGRAMME, a_company, a_registration
from tests.support.facts import submitted
from tests.support.recommending import WEEK, Desk, a_file, an_order
from tests.support.stores import on_table

NEW: Final = CompanyId("co_new")
EARLY: Final = timedelta(days=25)
"""So long ago somebody joined: five days on, nobody leaves early any more."""


def held(
    table: Table, name: str, *signals: Signal, at: datetime = NOON, **changed: Any
) -> Registration:
    stores, until = on_table(table), at + CODE_VALID
    said = {"submitted_at": at, "code_until": until, "signals": signals, **changed}
    made = a_registration(name, **said)
    stores.registrations.submit(made, person(name), submitted(made))
    settle(made, person(name), referrals=stores.referrals, programme=PROGRAMME, now=at)
    return made


def doubted(table: Table, made: Registration) -> None:
    """As the voiding of a window leaves it."""
    values = {
        "registration_id": made.registration_id,
        "company_id": made.company_id,
        "window_id": "vw_1",
        **due(keys.inbox(keys.Inbox.REVERSALS), NOON),
    }
    table.commit(table.new(keys.reversal(made.registration_id), values))


def everything(table: Table) -> None:
    stores = on_table(table)
    for company_id in (ACME, BOLT):
        let_in(stores, company_id)
    stores.companies.ask(a_company(NEW, name="株式会社しんき"), "visitor", None, SAID)
    held(table, "hana", Signal.OWN_DOMAIN)
    doubted(table, count(stores, "doubted"))
    Adjustments(table).propose(Adjustment("adj_1", ACME, 1, "お詫び", "person", NOON))
    _people(table)
    _asked_of_us(table)


def _asked_of_us(table: Table) -> None:
    """Long ago, and today."""
    long_ago, now = NOON.date(), datetime.now(UTC)
    asked = RightsRequest(
        "rgt_1",
        Wanted.ACCESS,
        CameBy.PHONE,
        long_ago,
        "全部",
        a_file("ada").candidate_id,
        "me",
        NOON,
    )
    RightsRequests(table).add(asked)
    said = Complainant.CANDIDATE, ComplaintKind.MAIL, "多すぎる"
    Complaints(table).add(Complaint("cpl_1", day(now), "me", now, *said))


def _people(table: Table) -> None:
    """Asked, agreed, joined 25 days ago; two alike, and one to write to."""
    desk = Desk(table, datetime.now(UTC) - EARLY - WEEK)
    desk.posts(an_order(openings=5))
    posted = an_order(job_order_id=JOBS[2], state=JobOrderState.POSTED, accepted_at=None)
    table.commit(table.new(keys.job_order(BOLT, JOBS[2]), job_order_item.to_item(posted)))
    for name in ("ada", "bob", "cyd"):
        file = a_file(name, contact_by=NOON if name == "cyd" else None)
        rec = RecommendationId(f"rec_{name}")
        desk.files(file)
        desk.asks(file.candidate_id, rec)
        if name != "cyd":
            desk.answers(True, file.candidate_id, rec)
    desk.recommends(RecommendationId("rec_ada"))
    desk.joins(RecommendationId("rec_ada"), on=(desk.now + WEEK).date())
    one, other = (a_file(name).candidate_id for name in ("ada", "bob"))
    pair = Duplicate(one, other, (Sign.PHONE,), NOON)
    table.commit(*duplicate_item.found(table, [pair]))
