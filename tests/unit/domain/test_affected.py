"""A time window -> exactly these people."""

from datetime import datetime, timedelta

import pytest

from shared.domain.affected import Address, Trace, affected
from tests.support.builders import NOON

HOUR = timedelta(hours=1)
BEGIN, END = NOON, NOON + HOUR


def names(*traces: Trace) -> list[set[str]]:
    return [person.names for person in affected(traces, BEGIN, END)]


@pytest.mark.parametrize(
    ("at", "there", "written"),
    [
        (BEGIN - HOUR, True, False),
        (BEGIN, True, True),
        (END - timedelta(milliseconds=1), True, True),
        (END, False, False),
    ],
)
def test_what_was_there_could_be_read_and_what_came_in_it_was_written(
    at: datetime, there: bool, written: bool
) -> None:
    found = [*affected([Trace("reg_1", "registration", (at,))], BEGIN, END)]
    assert bool(found) is there
    assert [dict(p.changed) for p in found] == [{"registration": 1} if written else {}] * there


def test_who_was_erased_before_is_not_affected_and_who_was_erased_in_it_is() -> None:
    def erased(at: datetime) -> Trace:
        return Trace("cnd_1", "file", (BEGIN - HOUR,), until=at)

    assert names(erased(BEGIN - timedelta(seconds=1))) == []
    assert names(erased(BEGIN)) == [{"cnd_1"}]


def test_what_does_not_say_when_it_came_was_there() -> None:
    assert names(Trace("cnd_1", "cv")) == [{"cnd_1"}]


def test_registrations_and_merged_files_are_one_person_in_whatever_order_they_are_read() -> None:
    told = [
        Trace("cnd_2", "registration", (NOON,), ("reg_3",)),
        Trace("reg_1", "registration", (NOON,)),
        Trace("cnd_1", "registration", (NOON,), ("reg_1",)),
        Trace("cnd_2", "file", (NOON,), ("cnd_1",)),
        Trace("reg_9", "registration", (NOON,)),
    ]
    expected = [{"cnd_1", "cnd_2", "reg_1", "reg_3"}, {"reg_9"}]
    assert names(*told) == names(*reversed(told)) == expected


def test_an_address_is_taken_before_a_name_alone() -> None:
    told = [
        Trace("cnd_1", "file", (NOON,), address=Address("Ada", "ada@example.org")),
        Trace("cnd_1", "register", (NOON,), address=Address("Ada")),
    ]
    for order in (told, told[::-1]):
        [person] = affected(order, BEGIN, END)
        assert person.address == Address("Ada", "ada@example.org")
