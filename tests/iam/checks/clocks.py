"""What runs by the clock alone: `reconcile` and `gauge`."""

from shared.domain.redemption import give
from shared.domain.rules import FIRST
from shared.table.credits import Credits
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.builders import NOON


def the_books_are_compared(stage: Stage) -> None:
    subjects = Subjects(stage)
    subjects.counted(subjects.company(), 1)
    told = stage.calls("reconcile", {})
    wrong = [found for found in told["shown"] if not found["what"].startswith("outbox")]
    assert (told["companies"] > 0, wrong) == (True, [])  # here nobody says what is committed


def a_credit_is_over(stage: Stage) -> None:
    """A lot three years old expires."""
    company_id = Subjects(stage).company()
    credits = Credits(stage.core)
    head, old = credits.standing(company_id).head, NOON.replace(year=NOON.year - 3)
    stage.core.commit(*credits.moved(give(head, "crd_old", now=old, rules=FIRST)))
    stage.calls("expire", {})
    assert stage.stores.ledgers.head(company_id).expired == 1


def the_quota_is_read(stage: Stage) -> None:
    told = stage.calls("gauge", {})
    assert told["MailQuotaUsed"] >= 0 and told["LicenceDaysLeft"] > 0
