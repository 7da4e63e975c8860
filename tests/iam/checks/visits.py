"""A candidate at the door: `click` and `register`."""

from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects
from tests.support.person import Person


def somebody(stage: Stage) -> Person:
    number = next(NUMBERS)
    return Person(stage.visit, f"visitor{number}@mail.example.com", number)


def landing_page_opens(stage: Stage) -> None:
    assert somebody(stage).opens(Subjects(stage).link_url()).status_code == 200


def the_visit_is_counted(stage: Stage) -> None:
    before = visits(stage)
    somebody(stage).opens(Subjects(stage).link_url())
    assert visits(stage) == before + 1


def the_fees_are_read(stage: Stage) -> None:
    """By a process that has not read the rules yet."""
    stage.start_anew("inform")
    assert somebody(stage).opens("/fees").status_code == 200


def visits(stage: Stage) -> int:
    table = stage.setting("click", "CLICKS_TABLE")
    items = stage.clients.client("dynamodb").scan(TableName=table)["Items"]
    kinds = ("human_", "suspected_bot_")
    return sum(int(v["N"]) for item in items for n, v in item.items() if n.startswith(kinds))


def registration_is_taken(stage: Stage) -> None:
    assert somebody(stage).submits(Subjects(stage).link_url()).status_code == 202


def registration_by_an_own_link_is_taken(stage: Stage) -> None:
    """On the condition that the link it is under is open."""
    url = Subjects(stage).link_url(is_candidates=True)
    assert somebody(stage).submits(url).status_code == 202


def the_code_counts(stage: Stage) -> None:
    subjects = Subjects(stage)
    taken_in = subjects.taken_in(subjects.company())
    code = stage.pepper.code(taken_in.registration_id, taken_in.issue)
    assert somebody(stage).verify(taken_in.registration_id, code).status_code == 200
    assert subjects.state(taken_in) == "counted"
