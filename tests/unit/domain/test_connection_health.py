"""When a company has to look at its connection, and how often it is told."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.contracts.connection_facts import degraded
from shared.domain import connection_health
from shared.domain.connection_health import REFUSALS, Health, Ill
from tests.support.connections import a_connection

AT = datetime(2026, 4, 1, tzinfo=UTC)
TURNS = ("heard", "refused", "troubled", "done")


def turned(health: Health, turn: str, at: datetime = AT) -> Health:
    match turn:
        case "refused":
            return connection_health.refused(health, "wrong_signature", at)
        case "troubled":
            return connection_health.troubled(health, "forbidden", at)
    return {"heard": connection_health.heard, "done": connection_health.done}[turn](health, at)


def played(*turns: str) -> list[Health]:
    health, all_of_it = Health(), []
    for n, turn in enumerate(turns):
        health = turned(health, turn, AT + timedelta(minutes=n))
        all_of_it.append(health)
    return all_of_it


def told(*turns: str) -> int:
    """How often the company is told."""
    before, facts = Health(), 0
    for health in played(*turns):
        facts += degraded(a_connection(), before, health) is not None
        before = health
    return facts


def test_two_refusals_are_no_ill_and_the_third_is() -> None:
    states = [health.is_degraded for health in played(*["refused"] * REFUSALS)]
    assert states == [False, False, True]


def test_one_that_is_believed_begins_the_count_anew() -> None:
    assert not played("refused", "refused", "heard", "refused", "refused")[-1].is_degraded


def test_a_refused_key_is_an_ill_until_the_vendor_does_something_for_us() -> None:
    health = played("troubled", "heard")[-1]
    assert health.ills == (Ill.ACCESS,)
    assert played("troubled", "heard", "done")[-1].ills == ()


def test_nothing_coming_is_no_ill() -> None:
    assert not Health().is_degraded
    assert not played("heard")[-1].is_degraded


def test_an_ill_is_told_once_and_again_after_it_was_over() -> None:
    assert told(*["refused"] * 9) == 1
    assert told(*["refused"] * 5, "heard", *["refused"] * 5) == 2


def test_a_second_ill_beside_the_first_is_not_told_again() -> None:
    assert told(*["refused"] * 3, "troubled", "heard", "done") == 1


def test_the_fact_is_named_by_when_it_began_and_names_nobody() -> None:
    before, after = played(*["refused"] * REFUSALS)[-2:]
    fact = degraded(a_connection(), before, after)
    assert fact
    assert fact.event_id == f"connection:ats_1:degraded:{int(fact.occurred_at.timestamp() * 1000)}"
    assert (fact.provider, fact.ills) == ("greenhouse", ("refused",))


@given(st.lists(st.sampled_from(TURNS), max_size=30))
def test_a_company_knows_exactly_while_there_is_something_to_know(turns: list[str]) -> None:
    for health in played(*turns):
        assert (health.told_at is not None) == health.is_degraded
