"""A link went about, and a mail went to the wrong people."""

from dataclasses import dataclass
from typing import Final

from tests.live.week import held, mis_sent
from tests.live.week.cast import BURST, HIKARI, HONEST, MIRAI, MIS_SENT, THROWN_AWAY
from tests.live.week.colleague import Colleague
from tests.live.week.days import WEDNESDAY
from tests.live.week.week import Week

HELD: Final = "4"


@dataclass(frozen=True, slots=True)
class Wednesday:
    """
    Args:
        before: how many waited to be looked at, as the navigation said.
        moved: whether that number followed without another page.
        piles: so many held registrations of each cause.
        late: what was said to who decided what was decided.
        by_keyboard: what was said to who accepted one by Tab and Enter.
    """

    before: str
    moved: bool
    piles: list[str]
    late: str
    by_keyboard: str


def tell(week: Week, adviser: Colleague, other: Colleague) -> Wednesday:
    week.days.turn(WEDNESDAY, 9)
    link, sent = week.link(MIRAI, "最終面接"), week.link(HIKARI, "一斉送信")
    page = adviser.comes_in()
    before = held.tally(page).inner_text()
    page.evaluate(held.LEFT)
    for one in BURST:
        week.comes(one, link)
    week.come(THROWN_AWAY, link)
    week.come(MIS_SENT, sent)
    moved = held.moves(page, HELD)
    piles = adviser.opens("/agency").locator("h3 .tally").all_inner_texts()
    late = held.looks(week, adviser, other)
    said = held.accepts_by_keyboard(adviser, HONEST)
    held.takes_back(week, adviser)
    mis_sent.takes_back(week)
    mis_sent.judges(week, adviser)
    return Wednesday(before, moved, piles, late, said)
