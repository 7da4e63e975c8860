"""What a company reads of people: `tabulate` adds it up, `manage` shows it."""

from datetime import UTC, date, datetime

from shared.domain.series import Days
from shared.domain.tokyo import day
from shared.table.figures import Figures
from tests.iam.checks.asked import asks
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import Subjects
from tests.support.asking import queued
from tests.support.facts import submitted


def three_show_together(stage: Stage) -> None:
    subjects = Subjects(stage)
    company_id = subjects.company()
    for _ in range(3):
        fact = submitted(subjects.taken_in(company_id))
        assert stage.calls("tabulate", queued(fact)) == DONE
    days = Days(date(2026, 3, 1), date(2026, 3, 31))
    _, _, cells = Figures(stage.core).shown(company_id, None, days)
    assert [*cells.values()] == [3]


def figures_and_visits_are_read(stage: Stage) -> None:
    said = asks(stage, "GET", "/v1/stats")
    assert said.status_code == 200
    assert said.json()["to"] == day(datetime.now(UTC)).isoformat()
