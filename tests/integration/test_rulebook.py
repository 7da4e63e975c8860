"""The rules' versions: numbered without a gap, never changed, known to all before they begin."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from functions.agency.rules_flow import make
from shared.domain.edition import LEAD, Edition
from shared.domain.errors import (
    Answered,
    Conflict,
    IdempotencyMismatch,
    InvalidRequest,
    Unavailable,
)
from shared.domain.once import KEPT, Once, Reply
from shared.domain.rules import FIRST
from shared.programme import KEPT_SECONDS, Remembered
from shared.table.answers import Answers
from shared.table.commit import Table
from tests.support.builders import NOON
from tests.support.ruling import DAY, rules
from tests.support.stores import Stores, on_table

ONCE = Once("key_1", "key", "request", NOON + KEPT)
SOON = NOON + LEAD


def makes(stores: Stores, **said: Any) -> Edition:
    told: dict[str, Any] = {"effective_from": SOON, "now": NOON} | said
    return make(
        told.pop("changed", {"hold_days": 3}),
        made_by="key_1",
        rulebook=stores.rulebook,
        written=lambda _: stores.rulebook,
        **told,
    )


def test_a_version_is_the_one_before_with_what_changed(stores: Stores) -> None:
    makes(stores, changed={"hold_days": 3, "notice_days": (60, 10)})
    made = makes(stores, effective_from=SOON + DAY, changed={"fee_percent": 30})
    assert made.rules == rules(3, SOON + DAY, hold_days=3, notice_days=(60, 10), fee_percent=30)
    assert [(e.rules, e.made_by, e.made_at) for e in stores.rulebook.all()][1:] == [
        (made.rules, "key_1", NOON)
    ]


@pytest.mark.parametrize("from_then", [SOON - timedelta(seconds=1), SOON, SOON + DAY])
def test_a_version_begins_neither_too_soon_nor_before_the_one_before(
    stores: Stores, from_then: Any
) -> None:
    makes(stores, effective_from=SOON + DAY)
    with pytest.raises(InvalidRequest) as refused:
        makes(stores, effective_from=from_then)
    assert refused.value.fields == {"effective_from": "malformed"}
    assert len(stores.rulebook.all()) == 1


def test_more_versions_than_are_read_at_a_time_are_all_read(stores: Stores) -> None:
    for n in range(23):
        makes(stores, effective_from=SOON + n * DAY)
    assert [e.rules.version for e in stores.rulebook.all()] == list(range(2, 25))
    assert [e.rules.version for e in stores.rulebook.after(22)] == [23, 24]


def test_where_no_version_follows_two_items_are_asked_for(table: Table) -> None:
    """Four units: it is asked by every process, every five minutes."""
    asked: list[int] = []

    def note(params: dict[str, Any], **_: Any) -> None:
        asked.append(len(params["TransactItems"]))

    table.client.meta.events.register("provide-client-params.dynamodb.TransactGetItems", note)
    assert len(on_table(table).rulebook.after(1)) == 0
    assert asked == [2]


def test_an_answer_given_before_is_found_without_doing_anything(table: Table) -> None:
    table.replay(None)
    table.replay(ONCE)
    Answers(table).keep(ONCE, Reply(201, "{}"))
    with pytest.raises(Answered) as again:
        table.replay(ONCE)
    assert again.value.reply == Reply(201, "{}")
    with pytest.raises(IdempotencyMismatch):
        table.replay(replace(ONCE, request_digest="another"))


def test_made_by_two_at_once_versions_are_numbered_one_after_another(table: Table) -> None:
    stores = on_table(table)

    def one(n: int) -> int | None:
        try:
            return makes(stores, effective_from=SOON + n * DAY).rules.version
        except (InvalidRequest, Conflict):
            return None

    with ThreadPoolExecutor(4) as managers:
        made = [v for v in managers.map(one, range(8)) if v]
    kept = [e.rules for e in stores.rulebook.all()]
    assert sorted(made) == [r.version for r in kept] == list(range(2, len(kept) + 2))
    assert [r.effective_from for r in kept] == sorted({r.effective_from for r in kept})


@dataclass
class Shelf:
    """Editions that count who looks, and may be away."""

    stores: Stores
    now: float = 0.0
    reads: int = 0
    away: bool = False
    asked: list[int] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def after(self, version: int) -> Any:
        self.asked.append(version)
        if self.away:
            raise Unavailable("away")
        return self.stores.rulebook.after(version)


class TestRemembered:
    @pytest.fixture
    def shelf(self, stores: Stores) -> Shelf:
        return Shelf(stores)

    def test_the_rules_are_read_once_in_five_minutes(self, shelf: Shelf) -> None:
        programme = Remembered(shelf, shelf.clock)
        for shelf.now in (0, 1, KEPT_SECONDS - 0.001, KEPT_SECONDS):
            assert programme.at(NOON) == FIRST
        assert shelf.asked == [1, 1]

    def test_what_is_known_is_not_asked_for_again(self, shelf: Shelf, stores: Stores) -> None:
        programme = Remembered(shelf, shelf.clock)
        makes(stores)
        assert programme.version(2).hold_days == 3
        shelf.away = True
        assert (programme.version(2).hold_days, programme.version(1)) == (3, FIRST)
        shelf.away, shelf.now = False, KEPT_SECONDS
        makes(stores, effective_from=SOON + DAY)
        assert programme.at(SOON + DAY).version == 3
        assert shelf.asked == [1, 2]

    def test_no_process_is_behind_when_a_version_begins(self, shelf: Shelf, stores: Stores) -> None:
        """It read a moment before the version was made, and asks again long before it begins."""
        programme = Remembered(shelf, shelf.clock)
        programme.at(NOON)
        makes(stores)
        shelf.now = LEAD.total_seconds()
        assert programme.at(SOON).version == 2
        assert LEAD.total_seconds() >= 2 * KEPT_SECONDS

    def test_rules_nobody_can_read_are_not_the_first_ones(self, shelf: Shelf) -> None:
        programme = Remembered(shelf, shelf.clock)
        programme.at(NOON)
        shelf.away, shelf.now = True, KEPT_SECONDS
        with pytest.raises(Unavailable):
            programme.at(NOON)
        with pytest.raises(Unavailable):
            programme.version(2)

    def test_rules_nobody_made_judge_nobody(self, shelf: Shelf) -> None:
        with pytest.raises(LookupError):
            Remembered(shelf, shelf.clock).version(2)
