"""Reconcile on the synthesized template: silent about a sound relay, exact about a damaged one."""

import time
from typing import Any

import pytest

from infra.restore.source import TableSource
from tests.support.cloud.town import Town


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)


def reconciled(town: Town) -> Any:
    return town.cloud.invoke(town.cloud.wiring.function("reconcile"), {})


def test_a_relay_that_went_on_by_itself_has_no_differences(town: Town) -> None:
    firm = town.firm()
    town.firm("hayate")
    town.hands_on(firm, 12)
    town.cloud.settle()
    said = {"companies": 2, "differences": 0, "shown": [], "restless": []}
    assert reconciled(town) == said


def test_a_figure_somebody_changed_by_hand_is_named(town: Town) -> None:
    firm = town.firm()
    town.hands_on(firm, 2)
    town.cloud.settle()
    name = next(name for name in town.cloud.wiring.resources if name.startswith("Core"))
    core = TableSource(town.cloud.aws.tables[name], town.cloud.aws.dynamodb)
    [tally] = [item for item in core if item["sk"] == {"S": "TALLY"}]
    core.client.put_item(TableName=core.name, Item=tally | {"n": {"N": "3"}})
    [shown] = reconciled(town)["shown"]
    assert (shown["company_id"], shown["what"]) == (firm.company_id, "tally n")
    assert (shown["stored"], shown["rebuilt"]) == ("3", "2")
