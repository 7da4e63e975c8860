"""What nobody could handle: shown first, moved only on a word, and nothing lost by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from infra.ops.held import Held
from infra.ops.lost import Lost, Way
from infra.ops.redrive import redrive


@dataclass
class FakeQueues:
    held: dict[str, int]
    acts: list[str] = field(default_factory=list)

    def waiting(self, url: str) -> int:
        return self.held[url]

    def purge(self, url: str) -> None:
        self.acts.append(f"purge {url}")

    def move(self, lost: str, to: str) -> int:
        self.acts.append(f"move {lost} -> {to}")
        return self.held[lost]


@dataclass
class Sweeper:
    refused: int = 0
    asked: int = 0

    def __call__(self) -> Mapping[str, int]:
        self.asked += 1
        return {"said": 2, "refused": self.refused}


def held(name: str, way: Way, waiting: int) -> Held:
    lost = Lost(f"{name}LostQueue0A1B2C3D", way, "source" if way is Way.BACK else "")
    return Held(lost, f"{name}-lost", f"{name}-facts" if way is Way.BACK else "", waiting)


ALL = [
    held("Notify", Way.BACK, 3),
    held("Grant", Way.BACK, 0),
    held("Publisher", Way.SWEPT, 1),
    held("Clock", Way.AGAIN, 1),
    held("Other", Way.UNKNOWN, 1),
]


def queues() -> FakeQueues:
    return FakeQueues({each.address: each.waiting for each in ALL})


def test_without_a_word_everything_is_shown_and_nothing_done() -> None:
    asked, sweeper = queues(), Sweeper()
    said = "\n".join(redrive(ALL, asked, sweeper, go=False))
    for each in ALL:
        assert f"{each.lost.name}  " in said and each.lost.way in said
    assert "Nothing was changed" in said
    assert (asked.acts, sweeper.asked) == ([], 0)


def test_each_goes_its_way_and_an_empty_one_is_left_alone() -> None:
    asked = queues()
    list(redrive(ALL, asked, Sweeper(), go=True))
    assert asked.acts == [
        "move Notify-lost -> Notify-facts",
        "purge Publisher-lost",
        "purge Clock-lost",
    ]


def test_what_points_to_facts_stays_while_sweep_cannot_say_them() -> None:
    asked = queues()
    said = "\n".join(redrive([ALL[2]], asked, Sweeper(refused=1), go=True))
    assert asked.acts == []
    assert "could not say 1 facts" in said


def test_a_sweep_that_fails_leaves_what_points_to_facts() -> None:
    def failing() -> Mapping[str, int]:
        raise OSError("no answer")

    asked = queues()
    with pytest.raises(OSError, match="no answer"):
        list(redrive([ALL[2]], asked, failing, go=True))
    assert asked.acts == []


def test_where_nothing_waits_a_word_changes_nothing() -> None:
    asked = queues()
    *_, last = redrive([ALL[1]], asked, Sweeper(), go=True)
    assert (last, asked.acts) == ("Nothing waits.", [])
