"""Deliveries shuffled and doubled end in the same items, and a link is minted once."""

import json
import random
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared import mint
from shared.domain.application import Life
from shared.domain.application_step import applied
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.happening import Happening, Kind
from shared.domain.ids import ApplicationId
from shared.hearing import About, Ears, step
from shared.table.applications import Applications
from shared.table.links import Links
from tests.support.builders import NOON, PEPPER
from tests.support.stores import on_table
from tests.support.vendors_post import Post

QUIETLY = settings(
    max_examples=40,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
EVENTS = st.builds(
    Happening,
    kind=st.sampled_from(Kind),
    occurred_at=st.integers(0, 3).map(lambda hours: NOON + timedelta(hours=hours)),
    reason_kind=st.sampled_from(ReasonKind) | st.just(ReasonKind.COMPANY),
    stage=st.sampled_from(Stage),
    confidential=st.sampled_from([False, False, False, True]),
)
OPEN = {Life.DORMANT, Life.LIVE, Life.ASLEEP}


def heard(post: Post, name: str, events: list[Happening]) -> int:
    """How many links were made."""
    made: list[str] = []

    def slug() -> str:
        made.append(mint.slug())
        return made[-1]

    ears = Ears(Applications(post.table), Links(post.table), PEPPER, slug)
    about = About(ApplicationId(name), f"ref-{name}", f"who-{name}")
    for event in events:
        step(post.of("generic"), about, event, ears=ears)
    return len(made)


def item(post: Post, name: str) -> dict[str, Any] | None:
    ats = post.of("generic").connection_id
    kept, _ = Applications(post.table).find(ats, ApplicationId(name))
    return None if kept is None else {"kept": kept.application, "slug": kept.slug}


def without_names(found: dict[str, Any] | None) -> Any:
    if found is None:
        return None
    fields = ("created_at", "rejected_at", "unrejected_at", "hired_at", "erased_at", "removed_at")
    more = ("stage", "confidential", "life", "link_state")
    return [getattr(found["kept"], name) for name in (*fields, *more)]


@QUIETLY
@given(history=st.lists(EVENTS, max_size=6), data=st.data())
def test_any_order_and_any_number_of_times_ends_the_same(
    post: Post, history: list[Happening], data: st.DataObject
) -> None:
    number = next(post.numbers)
    more = data.draw(st.lists(st.sampled_from(history), max_size=6)) if history else []
    mixed = data.draw(st.permutations([*history, *more]))
    straight, shuffled = f"app_{number}a", f"app_{number}b"
    assert heard(post, straight, history) <= 1
    assert heard(post, shuffled, mixed) <= 1
    first, second = (item(post, name) for name in (straight, shuffled))
    assert without_names(first) == without_names(second)
    for found in (first, second):
        if found:
            has_its_one_link(post, found)


def has_its_one_link(post: Post, found: dict[str, Any]) -> None:
    """As soon as it may have one; the doorway is as the application says."""
    application, slug = found["kept"], found["slug"]
    if application.life in OPEN:
        assert slug
    if slug:
        assert Links(post.table).open(slug).state == application.link_state


@QUIETLY
@given(history=st.lists(EVENTS, max_size=6))
def test_the_table_holds_what_the_arithmetic_says(post: Post, history: list[Happening]) -> None:
    name = f"app_{next(post.numbers)}"
    heard(post, name, history)
    found = item(post, name)
    decided = [event for event in history if event.is_decision or event.confidential]
    assert (found is None) == (not decided)
    if found:
        after = found["kept"]
        for event in history:
            assert applied(after, event) == after


@pytest.mark.parametrize("seed", range(12))
def test_a_whole_day_of_deliveries_in_any_order_makes_each_link_once(post: Post, seed: int) -> None:
    dice, connection = random.Random(seed), post.connect("generic")
    kinds = ["application.created", "application.rejected", "application.unrejected"]
    bodies = [said(kind, n) for n in range(6) for kind in kinds[: 1 + n % 3]]
    mixed = [*bodies, *dice.sample(bodies, 5)]
    dice.shuffle(mixed)
    for body in mixed:
        post.post(post.signed("generic", body), connection)
    messages = [*post.queue.messages, *dice.sample(post.queue.messages, 5)]
    dice.shuffle(messages)
    post.queue.messages.clear()
    for first in range(0, len(messages), 10):
        assert post.read_these(messages[first : first + 10]) == []
    lives = sorted(post.doorways(connection).values())
    assert lives == ["active"] * 2 + ["closed"] * 4
    doors = [i for i in post.everything() if i["sk"] == {"S": "SLUG"}]
    assert len(doors) == 6 + 1  # and the connection's own
    created = [one.event_id for one in on_table(post.table).waiting()]
    assert len(created) == len(set(created))


def said(kind: str, number: int) -> bytes:
    hour = {"created": 1, "rejected": 2, "unrejected": 3}[kind.removeprefix("application.")]
    data = {
        "application_id": f"a-{number}",
        "candidate_id": f"c-{number % 4}",
        "reason_kind": "company",
    }
    at = f"2026-03-31T{hour:02d}:00:00Z"
    return json.dumps({"type": kind, "timestamp": at, "data": data}).encode()
