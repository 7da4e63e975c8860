"""What a function's figures say, as CloudWatch reads them off its log."""

import json
from typing import Any

import pytest

import functions.click.handler as click
import functions.publish.handler as publish
from shared import people
from shared.contracts.events import Event
from shared.domain.registration import Reason
from tests.support.asking import CONTEXT, asked, streamed
from tests.support.builders import AGENCY, a_doorway, a_link, a_registration
from tests.support.facts import approved, counted, held, milestone, not_counted
from tests.support.fakes.memory import Memory
from tests.support.stores import in_memory

A_LINE = 250
"""Bytes: 1 million clicks write a quarter of a gigabyte of log at most."""


class NobodyCounts:
    def count(self, *_: Any) -> None: ...


@pytest.fixture
def link(monkeypatch: pytest.MonkeyPatch) -> None:
    stores = in_memory(Memory())
    stores.links.add(a_link(), a_doorway())
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    monkeypatch.setattr(click, "doorways", lambda: stores.links)
    monkeypatch.setattr(click, "clicks", NobodyCounts)


def figures(written: str) -> dict[str, float]:
    """From the one line in CloudWatch's own format, or from none."""
    lines = [json.loads(line) for line in written.splitlines() if '"_aws"' in line]
    if not lines:
        return {}
    [line] = lines
    names = [m["Name"] for m in line["_aws"]["CloudWatchMetrics"][0]["Metrics"]]
    return {name: sum(line[name]) for name in names}


@pytest.mark.usefixtures("link")
@pytest.mark.parametrize(
    ("agent", "figure"),
    [("Mozilla/5.0 (iPhone) Safari", "HumanClick"), ("SafeLinks/1.0", "SuspectedClick")],
)
def test_a_click_is_one_short_line_that_says_who_came(
    agent: str, figure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    event = asked("GET", "/r/acme-link")
    event["requestContext"]["http"]["userAgent"] = agent
    click.handle(event, CONTEXT)
    [line] = capsys.readouterr().out.splitlines()
    assert figures(line) == {figure: 1}
    assert len(line.encode()) < A_LINE
    assert agent not in line


@pytest.mark.usefixtures("link")
def test_an_unknown_link_is_nobodys_click(capsys: pytest.CaptureFixture[str]) -> None:
    click.handle(asked("GET", "/r/nobody"), CONTEXT)
    assert figures(capsys.readouterr().out) == {}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([approved(), milestone(1)], {"Published": 2}),
        ([counted(a_registration())], {"Published": 1, "ReferralCounted": 1}),
        ([held(a_registration())], {"Published": 1, "ReferralHeld": 1}),
        (
            [not_counted(a_registration(), Reason.LINK_CLOSED)],
            {"Published": 1, "ReferralNotCounted": 1},
        ),
    ],
)
def test_a_decision_is_counted_when_it_is_said(
    facts: list[Event],
    expected: dict[str, float],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(publish, "voice", lambda: None)
    monkeypatch.setattr(publish, "outbox", lambda: None)
    monkeypatch.setattr(publish, "publish", lambda *_, **__: None)
    publish.handle(streamed(*facts), CONTEXT)
    assert figures(capsys.readouterr().out) == expected
