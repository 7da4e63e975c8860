"""A doorway is read once a minute, and an unknown one every time."""

import time
from dataclasses import dataclass, field

import pytest

from shared import memory
from shared.domain.errors import LinkNotFound
from shared.domain.ids import Slug
from shared.domain.link import Doorway, LinkState
from shared.memory import KEPT_SECONDS, RememberedDoorways
from tests.support.builders import a_doorway

SLUG = Slug("acme-link")


@dataclass
class World:
    """A clock somebody turns, and doorways that count who looks."""

    now: float = 0.0
    reads: int = 0
    doorways: dict[Slug, Doorway] = field(default_factory=lambda: {SLUG: a_doorway()})

    def clock(self) -> float:
        return self.now

    def open(self, slug: Slug) -> Doorway:
        self.reads += 1
        if slug not in self.doorways:
            raise LinkNotFound(slug)
        return self.doorways[slug]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def remembered(world: World) -> RememberedDoorways:
    return RememberedDoorways(world, world.clock)


def test_within_a_minute_it_is_read_once(world: World, remembered: RememberedDoorways) -> None:
    for world.now in (0, 1, KEPT_SECONDS - 0.001):
        assert remembered.open(SLUG) == a_doorway()
    assert world.reads == 1


def test_after_a_minute_it_shows_what_changed(world: World, remembered: RememberedDoorways) -> None:
    remembered.open(SLUG)
    closed = world.doorways[SLUG] = a_doorway(state=LinkState.CLOSED)
    world.now = KEPT_SECONDS
    assert remembered.open(SLUG) == closed
    assert world.reads == 2


def test_a_new_link_opens_at_once(world: World, remembered: RememberedDoorways) -> None:
    with pytest.raises(LinkNotFound):
        remembered.open(Slug("new"))
    world.doorways[Slug("new")] = a_doorway("new")
    assert remembered.open(Slug("new")) == a_doorway("new")


def test_it_never_holds_more_than_so_many(
    world: World, remembered: RememberedDoorways, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MANY", 3)
    world.doorways = {Slug(f"s{n}"): a_doorway(f"s{n}") for n in range(10)}
    for slug in world.doorways:
        assert remembered.open(slug).slug == slug
        assert len(remembered._seen) <= 3


def test_a_clock_set_back_makes_nothing_live_longer(
    world: World, remembered: RememberedDoorways
) -> None:
    world.now = 1000
    remembered.open(SLUG)
    world.now = 10
    remembered.open(SLUG)
    assert world.reads == 2


def test_the_clock_goes_on_while_the_process_is_frozen(world: World) -> None:
    """A process's own clock may stand still between two requests to a Lambda."""
    assert RememberedDoorways(world).clock is time.time
