"""The registers' rows, as acts leave them in a real table, and how long they stay there."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from shared.domain.dealing import Result
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.recommendation import Stage
from shared.domain.register_rows import Ending, SeekerRow
from shared.domain.registers import kept_until
from shared.domain.tokyo import TOKYO
from shared.table import keys, registers
from shared.table.commit import Table
from shared.table.register_item import to_fee, to_order, to_seeker
from tests.support.builders import TODAY
from tests.support.office import JOINED, Office
from tests.support.placing import a_file, a_line, an_order, free, introduced

GONE = date(2026, 5, 1)


@pytest.fixture
def office(table: Table) -> Office:
    return Office(table)


def epoch(completed: date) -> int:
    return int(kept_until(completed).timestamp())


def test_who_is_taken_on_has_a_row_of_that_month_for_as_long_as_they_look(office: Office) -> None:
    office.open()
    item = office.seeker_item
    assert item[keys.PARTITION] == "REGISTER#seekers#2026-03"
    assert keys.EXPIRES not in item
    assert office.seeker == SeekerRow(
        office.file.candidate_id, date(2026, 3, 2), office.file.candidate.full_name, "02"
    )


def test_what_is_received_in_the_first_hours_of_a_month_in_tokyo_is_of_that_month(
    office: Office,
) -> None:
    early = a_file("ben", datetime(2026, 4, 1, 0, 30, tzinfo=TOKYO))
    office.does(office.registers.taken_on(early))
    assert registers.seeker(early.candidate_id).pk == "REGISTER#seekers#2026-04"
    assert to_seeker(office.item(registers.seeker(early.candidate_id))).received_on == date(
        2026, 4, 1
    )


def test_being_taken_on_twice_is_once_and_keeps_what_others_wrote(office: Office) -> None:
    office.open()
    office.introduce()
    before = office.seeker_item
    office.open()
    assert office.seeker_item == before


def test_an_introduction_stands_in_both_registers_by_the_others_name(office: Office) -> None:
    office.open()
    office.introduce()
    [mine], [theirs] = office.seeker.dealings, to_order(office.order_item).dealings
    assert (mine.other, theirs.other) == ("株式会社ボルト", "Ada")
    assert mine.introduced_on == theirs.introduced_on == TODAY
    assert (mine.indefinite, mine.result) == (True, Result.OPEN)


def test_an_introduction_makes_the_rows_nobody_had_made(office: Office) -> None:
    office.introduce()
    assert office.seeker.name == "Ada"
    assert to_order(office.order_item).wage == "月額 250,000円〜300,000円"


def test_a_free_hire_is_in_all_three_and_its_fee_is_complete(office: Office) -> None:
    office.open()
    office.introduce()
    office.join()
    [mine], [theirs] = office.seeker.dealings, to_order(office.order_item).dealings
    assert mine.joined_on == theirs.joined_on == JOINED
    fee = to_fee(office.fee_item)
    assert (fee.fee_jpy, fee.credit_id, fee.candidate_id) == (
        0,
        "crd_1",
        office.file.candidate_id,
    )
    assert office.fee_item[keys.EXPIRES] == epoch(JOINED)
    assert keys.EXPIRES not in office.order_item


def test_a_fee_to_collect_is_kept_until_it_is(office: Office) -> None:
    office.introduce()
    office.join(a_line(office.made, JOINED))
    assert keys.EXPIRES not in office.fee_item


def test_joining_twice_is_refused_by_the_fee(office: Office) -> None:
    office.introduce()
    office.join()
    with pytest.raises(AlreadyDone):
        office.join()


def test_nobody_joins_without_having_been_introduced(office: Office) -> None:
    office.open()
    office.does(office.registers.taken_on(other := a_file("ben")))
    made = introduced(other, an_order())
    with pytest.raises(Conflict):
        office.does(office.registers.joined(made, free(made, JOINED), fills=False))


def test_an_order_filled_by_a_hire_is_complete_with_it(office: Office) -> None:
    office.introduce()
    office.join(fills=True)
    item = office.order_item
    assert to_order(item).ended_on == JOINED
    assert item[keys.EXPIRES] == epoch(JOINED)


def test_an_order_closed_is_complete_that_day(office: Office) -> None:
    office.open()
    office.does(office.registers.order_over(office.order.job_order_id, GONE))
    assert to_order(office.order_item).ended_on == GONE
    assert office.order_item[keys.EXPIRES] == epoch(GONE)


@pytest.mark.parametrize("stage", [Stage.RECOMMENDED, Stage.INTERVIEWING, Stage.OFFERED])
def test_a_no_after_an_introduction_is_told(office: Office, stage: Stage) -> None:
    office.introduce()
    office.does(office.registers.declined(replace(office.made, stage=stage), GONE))
    assert office.seeker.dealings[0].result is Result.NOT_HIRED
    assert to_order(office.order_item).dealings[0].declined_on == GONE


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.CONSENTED, Stage.REFUSED])
def test_a_no_before_the_company_saw_anybody_is_none_of_the_registers(
    office: Office, stage: Stage
) -> None:
    assert [*office.registers.declined(replace(office.made, stage=stage), GONE)] == []


def test_a_no_of_two_years_later_asks_for_no_row_that_may_be_gone(office: Office) -> None:
    assert [*office.registers.declined(office.made, date(2028, 3, 2))] == []


def test_leaving_early_is_told_in_both(office: Office) -> None:
    office.introduce()
    office.join()
    left = replace(office.made, stage=Stage.LEFT, left_on=GONE)
    office.does(office.registers.left(left, GONE, restored=True))
    [mine], [theirs] = office.seeker.dealings, to_order(office.order_item).dealings
    assert (mine.left_on, mine.restored) == (theirs.left_on, theirs.restored) == (GONE, True)


def test_erasure_leaves_the_minimum_for_two_years_and_a_day(office: Office) -> None:
    office.open()
    office.introduce()
    office.does(office.registers.given_up(office.file.candidate_id, Ending.ERASED, GONE))
    row, item = office.seeker, office.seeker_item
    assert (row.name, row.ended_on, row.ending) == ("Ada", GONE, Ending.ERASED)
    assert item[keys.EXPIRES] == epoch(GONE)
    assert not any(word in str(item) for word in ("@", "+81"))
    assert row.dealings[0].other == "株式会社ボルト"


def test_who_comes_back_is_kept_again(office: Office) -> None:
    office.open()
    office.does(office.registers.given_up(office.file.candidate_id, Ending.WITHDRAWN, GONE))
    office.open()
    assert keys.EXPIRES not in office.seeker_item
    assert (office.seeker.ended_on, office.seeker.ending) == (None, None)
