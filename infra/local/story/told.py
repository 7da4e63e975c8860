"""The whole of it, seeded once."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from rich.progress import track

from infra.local.aws import Clients
from infra.local.place import Place
from infra.local.progress import Progress
from infra.local.story import beginning
from infra.local.story.calendar import DAYS, arrivals
from infra.local.story.cast import AGENCY, AOZORA, COMPANIES, KAWASEMI, MINATO, Candidate
from infra.local.story.hours import Hours
from infra.local.story.lasting import lasting
from infra.local.story.signing_in import enrols
from infra.local.story.stillness import Stillness
from infra.local.story.tale import MORNING, Tale
from infra.local.story.turns import ACTS, ALSO, ASKED
from infra.local.story.world import World
from shared import clock
from shared.domain.tokyo import day

_FIRST: Final = COMPANIES[0].since
"""The day the agency and its first company begin."""
DOING: Final = "tell the story of a demo"
SHOWN: Final = (AOZORA, KAWASEMI, MINATO)


def tell(
    place: Place, clients: Clients, stack: dict[str, str], progress: Progress
) -> dict[str, Any]:
    """What is known of it afterwards: a company and the agency's key, as without a demo; and under
    `demo` everybody who may sign in.
    """
    began, today, hours = time.monotonic(), day(clock.now()), Hours(place.clock)
    world = World.behind(place.url, clients, stack, hours)
    tale = Tale(world, Stillness.of(world))
    with lasting(world), hours.told():
        hours.turn(_FIRST, MORNING)
        program = beginning.agency(world)
        world.seconds.update({one.email: enrols(world, one) for one in AGENCY})
        come = arrivals()
        for ago in _shown([_FIRST, *come], today, progress):
            tale.day(ago, come.get(ago, {}), ALSO.get(ago, ()), ACTS.get(ago, ()))
    known = tale.made[AOZORA.key].told()
    return {
        "company": {name: known[name] for name in ("company_id", "api_key", "link_url")},
        "agency": {"api_key": program},
        "demo": _remembered(tale) | {"seconds": round(time.monotonic() - began)},
    }


def _remembered(tale: Tale) -> dict[str, Any]:
    keys, seconds = tale.world.keys, tale.world.seconds
    before = sum(sum(each) for ago, *each in DAYS if ago > AOZORA.since)
    return {
        "companies": [tale.made[company.key].told() for company in SHOWN],
        "agency": [
            beginning.told(one) | {"api_key": keys[one.email], "second_factor": seconds[one.email]}
            for one in AGENCY
        ],
        "candidate": Candidate.number(ASKED).email,
        "registrations": len(tale.taken) - before,
        "since": str(day(clock.now()) - timedelta(days=AOZORA.since)),
    }


def _shown(days: list[int], today: date, progress: Progress) -> Iterator[int]:
    """A bar where it can move, a line for each day elsewhere."""
    if progress.console.is_terminal:
        yield from track(days, DOING, console=progress.console)
        return
    for ago in days:
        progress.say(f"  {DOING}: {today - timedelta(days=ago)} ...")
        yield ago
