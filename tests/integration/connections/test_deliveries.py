"""What came to a connection, listed with what followed or why nothing did; and how it goes."""

from datetime import timedelta

from shared.domain.connection_health import Health
from shared.domain.listed import Listed, Outcome
from shared.table.hearings import Hearings
from tests.integration.connections.conftest import Program
from tests.support.builders import NOON
from tests.support.connections import a_connection, connect

ALL = "/v1/ats-connections/ats_1"


def a_delivery(n: int, outcome: Outcome = Outcome.APPLIED, reason: str | None = None) -> Listed:
    name, at = f"dlv_{n:03}", NOON + timedelta(minutes=n)
    of = a_connection().connection_id
    return Listed(name, of, at, outcome, reason, what="application.rejected")


def test_deliveries_are_listed_the_newest_first_with_their_reasons(program: Program) -> None:
    connect(program.table, a_connection())
    hearings = Hearings(program.table)
    hearings.note(a_delivery(1), "key-1")
    hearings.note(a_delivery(2, Outcome.IGNORED, "event_not_followed"), "key-2")
    hearings.refused(a_delivery(3, Outcome.REFUSED, "wrong_signature"))
    _, said = program.says("GET", f"{ALL}/deliveries")
    told = [(one["outcome"], one["reason"]) for one in said["items"]]
    assert told == [
        ("refused", "wrong_signature"),
        ("ignored", "event_not_followed"),
        ("applied", None),
    ]


def test_a_long_list_goes_on_where_it_stopped(program: Program) -> None:
    connect(program.table, a_connection())
    for n in range(5):
        Hearings(program.table).note(a_delivery(n), f"key-{n}")
    seen, cursor = list[str](), ""
    while cursor is not None:
        _, said = program.says("GET", f"{ALL}/deliveries?limit=2&cursor={cursor}")
        assert len(said["items"]) <= 2
        seen += [one["delivery_id"] for one in said["items"]]
        cursor = said["next_cursor"]
    assert seen == [f"dlv_{n:03}" for n in (4, 3, 2, 1, 0)]


def test_a_cursor_of_another_list_is_refused(program: Program) -> None:
    connect(program.table, a_connection())
    assert program.says("GET", f"{ALL}/deliveries?cursor=TElOSyNhYg==")[0] == 422


def test_how_it_goes_is_shown_with_the_connection(program: Program) -> None:
    connection = connect(program.table, a_connection())
    ill = Health(refusals=3, refused_at=NOON, refused_why="wrong_signature", told_at=NOON)
    Hearings(program.table).keep(connection.connection_id, 0, ill, None)
    _, said = program.says("GET", ALL)
    told = {name: said["health"][name] for name in ("state", "ills", "last_refused_why")}
    assert told == {"state": "degraded", "ills": ["refused"], "last_refused_why": "wrong_signature"}
    _, listed = program.says("GET", "/v1/ats-connections")
    assert listed["items"][0]["health"] == said["health"]
