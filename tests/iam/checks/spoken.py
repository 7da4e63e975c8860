"""What was committed is said aloud and forgotten: `publish` and `sweep`."""

from shared.contracts.events import Event
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.facts import submitted, verified

DONE = {"batchItemFailures": list[object]()}


def publish_says_a_fact(stage: Stage) -> None:
    subjects = Subjects(stage)
    publishes(stage, submitted(subjects.taken_in(subjects.company())))


def publish_queues_a_count(stage: Stage) -> None:
    subjects = Subjects(stage)
    publishes(stage, verified(subjects.queued(subjects.company())))


def publishes(stage: Stage, fact: Event) -> None:
    subjects = Subjects(stage)
    assert stage.calls("publish", {"Records": [subjects.record(fact)]}) == DONE
    assert subjects.in_outbox(fact) is None


def sweep_says_what_publish_missed(stage: Stage) -> None:
    subjects = Subjects(stage)
    queued = subjects.queued(subjects.company())
    swept = stage.calls("sweep", {"older_than_seconds": 0})
    assert swept["said"] >= 2 and swept["refused"] == 0
    assert subjects.in_outbox(submitted(queued)) is None
    assert subjects.in_outbox(verified(queued)) is None
