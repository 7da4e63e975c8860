"""A company that was suspended is shown nobody new; what happened there is recorded."""

from typing import Any

import pytest

from shared.domain.company import Company
from shared.domain.errors import CompanyNotActive, StateForbids
from shared.domain.recommendation import Stage
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT
from tests.support.recommending import Desk, a_file, an_order
from tests.support.stores import on_table


@pytest.fixture(params=["read", "meanwhile"])
def desk(table: Table, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Suspended before we looked, or after: the commit asks again."""
    for company_id in (ACME, BOLT):
        let_in(on_table(table), company_id)
    if request.param == "meanwhile":
        monkeypatch.setattr(Company, "check_may_spend", lambda *_: None)
    desk = Desk(table)
    desk.posts(an_order())
    return desk


def suspend(desk: Desk, **changed: Any) -> None:
    put = {"state": "suspended", **changed}
    desk.table.commit(desk.table.change(keys.company(BOLT), put=put))


def test_nobody_is_asked_for_it(desk: Desk) -> None:
    desk.files(a_file())
    suspend(desk)
    with pytest.raises(CompanyNotActive):
        desk.asks()


def test_nobody_is_shown_to_it_though_they_agreed(desk: Desk) -> None:
    desk.files(a_file())
    desk.asks()
    desk.answers()
    suspend(desk)
    with pytest.raises(CompanyNotActive):
        desk.recommends()
    assert desk.found().stage is Stage.CONSENTED


def test_a_company_that_left_is_served_as_long_as_it_may_spend(desk: Desk) -> None:
    desk.files(a_file())
    desk.asks()
    desk.answers()
    suspend(desk, state="left", usable_until="2026-03-02T12:00:00.000+00:00")
    with pytest.raises(StateForbids):
        desk.recommends()
    suspend(desk, state="left", usable_until="2026-03-02T12:00:00.001+00:00")
    assert desk.recommends().stage is Stage.RECOMMENDED


@pytest.mark.parametrize("stage", [Stage.INTERVIEWING, Stage.OFFERED])
def test_what_came_of_it_is_recorded_and_so_is_the_hire(desk: Desk, stage: Stage) -> None:
    desk.recommended()
    suspend(desk)
    assert desk.moves(stage).stage is stage
    assert desk.joins().stage is Stage.JOINED
