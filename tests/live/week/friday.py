"""Both are interviewed, get an offer and join: one for nothing, one for a fee."""

from dataclasses import dataclass
from typing import Final

from tests.live.week.colleague import Colleague
from tests.live.week.days import FRIDAY
from tests.live.week.thursday import Thursday
from tests.live.week.week import Week

LATE: Final = "section[aria-labelledby=contact] li .tag.waits"


@dataclass(frozen=True, slots=True)
class Friday:
    """`late`: how many of those the queue shows should have heard from us by yesterday."""

    late: int


def tell(week: Week, thursday: Thursday, adviser: Colleague) -> Friday:
    week.days.turn(FRIDAY, 10)
    late = adviser.comes_in().locator(LATE).count()
    for hire in thursday.hires:
        hire.goes_on(adviser, "interviewing", "offered", "joined")
    week.still.wait()
    return Friday(late)
