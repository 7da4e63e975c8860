"""What runs by the clock alone: `reconcile` and `gauge`."""

from tests.iam.stage import Stage
from tests.iam.subjects import Subjects


def the_books_are_compared(stage: Stage) -> None:
    subjects = Subjects(stage)
    subjects.counted(subjects.company(), 1)
    told = stage.calls("reconcile", {})
    wrong = [found for found in told["shown"] if not found["what"].startswith("outbox")]
    assert (told["companies"] > 0, wrong) == (True, [])  # here nobody says what is committed


def the_quota_is_read(stage: Stage) -> None:
    told = stage.calls("gauge", {})
    assert told["MailQuotaUsed"] >= 0 and told["LicenceDaysLeft"] > 0
