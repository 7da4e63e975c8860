"""What has happened so far, and how a day goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from infra.local.story import beginning, desk
from infra.local.story.beginning import Made
from infra.local.story.calendar import Arrivals
from infra.local.story.cast import COMPANIES, Candidate
from infra.local.story.coming import Coming, comes, is_opened
from infra.local.story.hiring import Order
from infra.local.story.stillness import Stillness
from infra.local.story.world import World, together

MORNING, AFTERNOON = 10, 15
LATELY = 7
"""So many days ago and fewer: their adviser has not written yet."""


@dataclass
class Tale:
    """
    Args:
        known: candidates' ids, by full name.
        registered: the last registration, by the address that was typed.
        taken: every registration.
        orders: job orders, by title.
        asked: recommendations, by candidate's id.
    """

    world: World
    still: Stillness
    made: dict[str, Made] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    registered: dict[str, str] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)

    def day(self, ago: int, come: Arrivals, also: "Acts", acts: "Acts") -> None:
        """People come in the morning, and the desk works in the afternoon."""
        self.world.hours.turn(ago, MORNING)
        self._begin(ago)
        together(self._comes, self._coming(come))
        for act in also:
            act(self)
        self.still.wait()
        self.world.hours.turn(ago, AFTERNOON)
        desk.greets(self.world, self.known, writing=ago > LATELY)
        for act in acts:
            act(self)
        for clocked in ("aftercare", "expire", "judge"):
            self.world.run(clocked)
        self.still.wait()

    def _begin(self, ago: int) -> None:
        for company in COMPANIES:
            if company.since == ago:
                visitor = f"192.0.2.{len(self.made) + 1}"
                self.made[company.key] = beginning.begins(self.world, company, visitor)

    def _coming(self, come: Arrivals) -> list[Coming]:
        return [
            Coming(candidate, link)
            for key, candidates in come.items()
            if candidates
            for candidate, link in zip(candidates, cycle(self.made[key].links), strict=False)
        ]

    def _comes(self, one: Coming) -> None:
        """Another one looks, and goes."""
        is_opened(self.world, one.link)
        registration = comes(self.world, one)
        self.registered[one.candidate.email] = registration
        self.taken.append(registration)

    def comes(self, key: str, candidate: Candidate, *, types: bool = True) -> None:
        self._comes(Coming(candidate, self.made[key].links[-1], types))

    def id_of(self, n: int) -> str:
        """Candidate number n's."""
        return self.known[Candidate.number(n).full_name]


type Acts = Sequence[Callable[[Tale], None]]
