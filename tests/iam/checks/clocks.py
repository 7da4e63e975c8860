"""What runs by the clock alone: `reconcile`, `judge` and `gauge`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shared.domain.ids import Slug
from shared.domain.link import LinkState
from shared.domain.redemption import give
from shared.domain.rules import FIRST
from shared.domain.void import Span
from shared.mint import mint
from shared.table import keys
from shared.table.connections import Connections
from shared.table.credits import Credits
from shared.table.links import Links
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.builders import NOON, TODAY
from tests.support.connections import a_connection, applied_to, connect
from tests.support.ordering import accepted


def the_books_are_compared(stage: Stage) -> None:
    subjects = Subjects(stage)
    company_id = subjects.company()
    subjects.counted(company_id, 1)
    assert stage.calls("reconcile", {"looks": 1})["companies"] > 0
    # Here nobody says what is committed, so the outbox differs.
    said = [name for name in stage.stores.said() if name.startswith(f"difference:{company_id}:")]
    assert len(said) == 1


def a_credit_is_over(stage: Stage) -> None:
    """A lot three years old expires."""
    company_id = Subjects(stage).company()
    credits = Credits(stage.core)
    head, old = credits.standing(company_id).head, NOON.replace(year=NOON.year - 3)
    stage.core.commit(*credits.moved(give(head, "crd_old", now=old, rules=FIRST)))
    stage.calls("expire", {})
    assert stage.stores.ledgers.head(company_id).expired == 1


def an_order_is_over(stage: Stage) -> None:
    company_id = Subjects(stage).company()
    name = mint("job", NOON)
    order = accepted(stage.stores, name, company_id=company_id, closes_on=TODAY)
    stage.calls("expire", {})
    assert stage.stores.job_orders.find(company_id, order.job_order_id).state == "closed"


def a_hold_that_is_over_counts(stage: Stage) -> None:
    """The tenth, so that a milestone is put too."""
    subjects = Subjects(stage)
    company_id = subjects.company()
    subjects.counted(company_id, 9)
    held = subjects.held(company_id, until=datetime.now(UTC) - timedelta(minutes=1))
    stage.calls("judge", {})
    assert subjects.state(held) == "counted"


def a_voided_windows_hold_is_let_go(stage: Stage) -> None:
    subjects = Subjects(stage)
    now = datetime.now(UTC)
    link = subjects.link(subjects.company())
    held = subjects.held(link.company_id, until=now + timedelta(days=1), link_id=link.link_id)
    subjects.voids(link, Span(now - timedelta(hours=1), now + timedelta(hours=1)))
    stage.calls("judge", {})
    assert subjects.state(held) == "not_counted"
    assert stage.core.get(keys.person(subjects.person(held))) is None


def links_of_a_removed_connection_are_closed(stage: Stage) -> None:
    name = mint("ats", datetime.now(UTC))
    connection = a_connection(name, company_id=Subjects(stage).company())
    slug = Slug(applied_to(stage.core, connect(stage.core, connection), name))
    Connections(stage.core).remove(connection, replace(connection, removed_at=NOON, signing=()))
    stage.calls("judge", {})
    assert Links(stage.core).open(slug).state is LinkState.CLOSED


def the_quota_is_read(stage: Stage) -> None:
    told = stage.calls("gauge", {})
    assert told["MailQuotaUsed"] >= 0 and told["LicenceDaysLeft"] > 0
