"""An import's states, and which of them lead where."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.domain.errors import StateForbids
from shared.domain.file_import import OPEN_FOR, OVER, FileImport, ImportState, Told
from shared.domain.ids import CompanyId, ConnectionId, ImportId
from tests.support.builders import NOON

TOLD = Told({"reference": "応募ID"}, {}, "company", "a digest")
OFFERED = FileImport(ImportId("imp_1"), ConnectionId("ats_1"), CompanyId("co_1"), NOON)
TRIED = OFFERED.tried(TOLD, NOON)
WAITING = TRIED.confirmed(2, {"company": 2}, NOON)


def test_what_was_said_of_columns_is_kept_until_it_is_over_and_no_longer() -> None:
    assert WAITING.told == TOLD
    over = WAITING.advanced(2, NOON), WAITING.refused("changed", NOON), TRIED.dropped(NOON)
    assert [one.told for one in over] == [None, None, None]
    assert {one.state for one in over} == OVER


def test_it_is_done_when_all_rows_are_and_not_before() -> None:
    assert WAITING.advanced(1, NOON).state is ImportState.RUNNING
    assert WAITING.advanced(2, NOON).state is ImportState.DONE


@pytest.mark.parametrize("state", [state for state in ImportState if state != "offered"])
def test_only_what_waits_for_it_is_tried_confirmed_or_dropped(state: ImportState) -> None:
    one = replace(TRIED, state=state)
    with pytest.raises(StateForbids):
        one.tried(TOLD, NOON)
    with pytest.raises(StateForbids):
        one.confirmed(2, {}, NOON)
    with pytest.raises(StateForbids):
        one.dropped(NOON)


def test_after_a_day_it_can_be_dropped_and_no_longer_confirmed() -> None:
    late = NOON + OPEN_FOR
    with pytest.raises(StateForbids):
        TRIED.confirmed(2, {}, late)
    assert TRIED.dropped(late).state is ImportState.DROPPED


def test_its_links_can_be_fetched_for_a_day() -> None:
    done = WAITING.advanced(2, NOON)
    assert done.has_links(NOON + OPEN_FOR - timedelta(seconds=1))
    assert not done.has_links(NOON + OPEN_FOR)
    assert not WAITING.has_links(NOON)
