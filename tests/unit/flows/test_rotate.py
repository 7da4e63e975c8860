"""A secret turns step by step, each of which may come again, and nobody is cut off meanwhile."""

from dataclasses import dataclass, field

import pytest

from functions.rotate.flow import LEARNT_SECONDS, LOOK_SECONDS, LOOKS, rotate
from shared.domain.errors import InvalidRequest, Unavailable
from shared.edge import ASKED_AGAIN_SECONDS, Lock
from shared.request import ORIGIN

STEPS = ("createSecret", "setSecret", "testSecret", "finishSecret")
EVERYTHING = [step for step in STEPS for _ in range(2)]


@dataclass
class World:
    """A secret and the edge that says it; `slow` is how many looks the edge takes to be there."""

    values: dict[str, str] = field(default_factory=lambda: {"v1": "first"})
    labelled: dict[str, str] = field(
        default_factory=lambda: {"AWSCURRENT": "v1", "AWSPENDING": "v2"}
    )
    said: str = "first"
    slow: int = 0
    minted: int = 0
    told: int = 0
    waited: list[float] = field(default_factory=list)

    def labels(self, version: str) -> set[str]:
        return {label for label, name in self.labelled.items() if name == version}

    def value(self, version: str) -> str | None:
        return self.values.get(version)

    def make(self, version: str, value: str) -> None:
        self.values[version] = value

    def make_current(self, version: str) -> None:
        self.labelled |= {"AWSPREVIOUS": self.labelled["AWSCURRENT"], "AWSCURRENT": version}

    def says(self) -> str:
        return self.said

    def say(self, value: str) -> None:
        self.said, self.told = value, self.told + 1

    def is_deployed(self) -> bool:
        self.slow -= 1
        return self.slow < 0

    def is_answered(self) -> bool:
        return self.said in self.values.values()

    def mint(self) -> str:
        self.minted += 1
        return f"made {self.minted}"

    def turns(self, *steps: str) -> None:
        for step in steps:
            rotate(step, "v2", versions=self, edge=self, mint=self.mint, wait=self.waited.append)


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize("steps", [STEPS, EVERYTHING, (*STEPS[:3], *STEPS)])
def test_the_new_value_becomes_the_current_one_whatever_is_repeated(
    world: World, steps: tuple[str, ...]
) -> None:
    world.turns(*steps)
    assert (world.values["v2"], world.said) == ("made 1", "made 1")
    assert world.labelled["AWSCURRENT"] == "v2"
    assert world.labelled["AWSPREVIOUS"] == "v1"
    assert (world.minted, world.told) == (1, 1)


def test_after_every_step_whatever_the_edge_says_is_let_in(world: World) -> None:
    def read(label: str) -> str | None:
        return world.values.get(world.labelled.get(label, ""))

    for step in STEPS:
        world.turns(step)
        for said in {world.said, "first"}:  # some places still say the one before
            Lock(read).admit({"headers": {ORIGIN: said}})


def test_the_edge_waits_until_an_origin_that_is_guessed_at_may_look_again(world: World) -> None:
    assert LEARNT_SECONDS >= ASKED_AGAIN_SECONDS
    world.turns("createSecret", "setSecret")
    assert world.waited == [LEARNT_SECONDS]


def test_an_edge_that_takes_its_time_is_waited_for(world: World) -> None:
    world.slow = 5
    world.turns(*STEPS)
    assert world.waited == [LEARNT_SECONDS, *[LOOK_SECONDS] * 5]


def test_an_edge_that_is_never_there_is_not_finished_and_all_of_it_may_come_again(
    world: World,
) -> None:
    world.slow = LOOKS
    with pytest.raises(Unavailable):
        world.turns(*STEPS)
    assert world.labelled["AWSCURRENT"] == "v1"
    world.turns(*STEPS)
    assert (world.labelled["AWSCURRENT"], world.minted) == ("v2", 1)


def test_a_deploy_that_puts_the_old_value_back_meanwhile_is_noticed(world: World) -> None:
    world.turns("createSecret", "setSecret")
    world.said = "first"
    with pytest.raises(Unavailable):
        world.turns("testSecret")
    world.turns(*STEPS)
    assert world.said == "made 1"


@pytest.mark.parametrize("step", ["", "dropSecret"])
def test_an_unknown_step_changes_nothing(world: World, step: str) -> None:
    with pytest.raises(InvalidRequest):
        world.turns(step)
    assert (world.values, world.told) == ({"v1": "first"}, 0)


@pytest.mark.parametrize("step", STEPS[1:3])
def test_a_version_without_a_value_is_not_told(world: World, step: str) -> None:
    with pytest.raises(InvalidRequest):
        world.turns(step)
    assert world.said == "first"


@pytest.mark.parametrize("step", STEPS)
def test_a_version_nobody_turns_to_is_refused_and_a_current_one_is_done(
    world: World, step: str
) -> None:
    world.labelled = {"AWSCURRENT": "v1"}
    with pytest.raises(InvalidRequest):
        world.turns(step)
    world.labelled = {"AWSCURRENT": "v2", "AWSPENDING": "v2"}
    world.turns(step)
    assert (world.values, world.told) == ({"v1": "first"}, 0)
