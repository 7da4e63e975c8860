"""What a verified registration sets off: `count`, `grant` and `seal`."""

from shared.contracts.events import CreditReleased
from shared.domain.registration import Reason, Registration
from shared.table import keys
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.acts import grant_all
from tests.support.asking import messages, queued
from tests.support.builders import NOON
from tests.support.facts import counted, milestone, verified
from tests.support.redeeming import Desk
from tests.support.reversing import take_back


def counts(stage: Stage, registration: Registration) -> None:
    event = messages(verified(registration).model_dump(mode="json"))
    assert stage.calls("count", event) == DONE


def the_crowd_is_counted_by_the_queue(stage: Stage) -> None:
    subjects = Subjects(stage)
    waiting = subjects.queued(subjects.company())
    counts(stage, waiting)
    assert subjects.state(waiting) == "counted"


def a_closed_links_person_is_let_go(stage: Stage) -> None:
    subjects = Subjects(stage)
    waiting = subjects.queued(subjects.company(), Reason.LINK_CLOSED)
    person = keys.person(subjects.person(waiting))
    assert stage.core.get(person) is not None
    counts(stage, waiting)
    assert subjects.state(waiting) == "not_counted"
    assert stage.core.get(person) is None


def the_tenth_is_granted(stage: Stage) -> None:
    subjects = Subjects(stage)
    company_id = subjects.company()
    subjects.counted(company_id, 10)
    assert stage.calls("grant", queued(milestone(1, company_id))) == DONE
    assert stage.stores.ledgers.head(company_id).available == 1


def the_ledger_moves_on(stage: Stage) -> None:
    subjects = Subjects(stage)
    company_id = subjects.company()
    last = subjects.counted(company_id, 3)
    assert stage.calls("seal", queued(counted(last))) == DONE
    assert stage.stores.ledgers.head(company_id).seq == 1


def a_credit_come_free_pays_a_debt(stage: Stage) -> None:
    subjects = Subjects(stage)
    company_id = subjects.company()
    last = subjects.counted(company_id, 10)
    grant_all(stage.stores, 1, company_id=company_id)
    desk = Desk(stage.stores, company_id)
    desk.reserve()
    take_back(stage.stores, last)
    released = desk.release(1)
    fact = CreditReleased(
        event_id=f"released:{company_id}:1",
        occurred_at=NOON,
        company_id=company_id,
        credit_id=released.credit_id,
        number=1,
        job_order_id="job_1",
    )
    assert stage.calls("seal", queued(fact)) == DONE
    assert stage.stores.ledgers.tally_and_head(company_id)[0].debt == 0
