"""Whatever a vendor answers has a name; whatever goes wrong on the way, no rejection is missed."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.connectors.exchange import Answer
from shared.connectors.greenhouse_templates import rejection_templates
from shared.connectors.herp import Herp
from shared.connectors.talentio import Talentio
from shared.connectors.wire import Wire
from shared.domain.ats_event import Kind, ReasonKind
from shared.domain.tokyo import TOKYO
from shared.domain.trouble import Trouble
from shared.domain.watermark import Watermark
from shared.ports.vendors import Poller
from tests.support.vendors.direct import Says, direct
from tests.support.vendors.herp import KEY, FakeHerp, a_candidacy
from tests.support.vendors.serving import Reply
from tests.support.vendors.talentio import KEY as TALENTIO_KEY
from tests.support.vendors.talentio import FakeTalentio, a_candidate
from tests.unit.connectors.connected import CONNECTED, NOW, a_greenhouse, nobody, trouble_of

WORDS = [
    *("candidacies", "hasNextPage", "custom_fields", "id", "access_token", "success", "errors"),
    *("data", "archived", "reason", "type", "attributes", "included", "status", "content"),
]
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text("花1{", max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner),
    max_leaves=6,
)
BODIES = st.binary(max_size=20) | ANY.map(lambda said: json.dumps(said).encode())
NAMES = ["x-remaining", "x-reset", "x-total", "retry-after", "link", "x-remaining-request"]
HEADERS = st.dictionaries(st.sampled_from(NAMES), st.text("0123-:TZ９<>;", max_size=12))


@pytest.mark.parametrize("name", CONNECTED)
@settings(deadline=None)
@given(
    answers=st.lists(
        st.builds(
            Answer, st.sampled_from([200, 200, 204, 302, 401, 404, 429, 500]), HEADERS, BODIES
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_answers_are_work_done_or_trouble_with_a_name(name: str, answers: list[Answer]) -> None:
    in_turn: Iterator[Answer] = iter(answers)
    wire = Says(lambda _: next(in_turn, Answer(500, {}, b"")))
    trouble = trouble_of(CONNECTED[name].does(wire, None))
    assert trouble is None or "花" not in trouble.detail
    templates = rejection_templates(a_greenhouse(wire).harvest, "{{X}}", NOW)
    assert isinstance(templates, tuple | Trouble)


@dataclass
class Company:
    """A vendor's rows, and what was truly rejected since they connected."""

    fake: FakeHerp | FakeTalentio
    row: Callable[[int, str], dict[str, Any]]
    ends: Callable[[dict[str, Any], str], None]
    rejected: set[str] = field(default_factory=set)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return self.fake.candidacies if isinstance(self.fake, FakeHerp) else self.fake.candidates

    def applies(self, at: str) -> None:
        self.rows.append(self.row(len(self.rows), at))

    def rejects(self, which: int, at: str) -> None:
        row = self.rows[which % len(self.rows)]
        if str(row["id"]) not in self.rejected:
            self.ends(row, at)
            self.rejected.add(str(row["id"]))


def herp() -> Company:
    """The end leaves `stepUpdatedAt` where it was."""

    def row(n: int, at: str) -> dict[str, Any]:
        return a_candidacy(n, appliedAt=at, stepUpdatedAt=at, updatedAt=at)

    return Company(FakeHerp(), row, lambda r, at: r.update(terminatedAt=at, updatedAt=at))


def talentio() -> Company:
    def row(n: int, at: str) -> dict[str, Any]:
        return a_candidate(n, appliedAt=at, registeredAt=at, updatedAt=at)

    return Company(FakeTalentio(), row, lambda r, at: r.update(status="fail", updatedAt=at))


POLLERS: dict[str, tuple[Callable[[], Company], Callable[[Wire], Poller]]] = {
    "herp": (herp, lambda wire: Herp(wire, KEY, nobody)),
    "talentio": (talentio, lambda wire: Talentio(wire, TALENTIO_KEY, nobody)),
}
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["applies", "applies", "rejects", "polls", "polls"]),
        st.integers(0, 40),
        st.integers(1, 60 * 72),
    ),
    max_size=40,
)


@pytest.mark.parametrize("name", POLLERS)
@settings(deadline=None)
@given(steps=STEPS, faults=st.lists(st.sampled_from([None, None, 500, 429]), max_size=30))
def test_no_rejection_is_missed_however_runs_are_broken_off(
    name: str, steps: list[tuple[str, int, int]], faults: list[int | None]
) -> None:
    made, connects = POLLERS[name]
    company, ills = made(), iter(faults)
    wire = direct(company.fake, lambda: Reply(ill) if (ill := next(ills, None)) else None)
    poller, now = connects(wire), datetime(2026, 4, 1, tzinfo=UTC)
    mark, heard = Watermark.first(now), set[str]()

    def polls(pages: int) -> None:
        nonlocal mark
        left = iter([600.0] * pages)
        polled = poller.changes(mark, now, lambda: next(left, 0.0))
        mark = polled.mark
        heard.update(
            change.application_ref
            for change in polled.events
            if change.kind is Kind.REJECTED and change.reason_kind is ReasonKind.COMPANY
        )

    for act, number, minutes in steps:
        now += timedelta(minutes=minutes)
        at = now.astimezone(TOKYO).isoformat()
        if act == "applies":
            company.applies(at)
        elif act == "rejects" and company.rows:
            company.rejects(number, at)
        else:
            polls(number % 4)
    for _ in range(60):
        now += timedelta(minutes=15)
        polls(50)
    assert heard == company.rejected
