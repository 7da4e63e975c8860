"""Two job orders are accepted, two people asked and shown; two advisers change one file."""

from dataclasses import dataclass
from typing import Final

from tests.live.week.cast import ASAHI, FREE, MIRAI, PAID
from tests.live.week.colleague import Colleague
from tests.live.week.days import THURSDAY
from tests.live.week.hire import Hire
from tests.live.week.week import Week

FIRST, SECOND = "夕方に電話がつながる", "火曜は終日、面接に行ける"
PLACE: Final = "埼玉"
FREE_JPY, PAID_JPY = 6_000_000, 5_200_000


@dataclass(frozen=True, slots=True)
class Thursday:
    """
    Args:
        hires: one by a credit, one for a fee.
        beside: what the later of two who changed one file read of the other's.
        kept: the notes, and where they want to work, as they were then saved.
    """

    hires: tuple[Hire, Hire]
    beside: str
    kept: tuple[str, str]


def tell(week: Week, adviser: Colleague, other: Colleague) -> Thursday:
    week.days.turn(THURSDAY, 10)
    hires = Hire(ASAHI, FREE, "構造設計", FREE_JPY), Hire(MIRAI, PAID, "生産管理", PAID_JPY)
    adviser.comes_in()
    other.comes_in()
    for hire in hires:
        hire.is_posted(week)
        hire.is_accepted(adviser)
    hires[0].is_paid_by_a_credit(week)
    for hire, desk in zip(hires, (adviser, other), strict=True):
        hire.is_met(desk)
        hire.is_asked(week, desk)
        hire.agrees(week)
        hire.is_shown(desk)
    beside = _both_write(week.file_of(PAID), adviser, other)
    kept = adviser.field("notes").input_value(), adviser.field("desired_location").input_value()
    week.still.wait()
    return Thursday(hires, beside, kept)


def _both_write(file: str, adviser: Colleague, other: Colleague) -> str:
    """Both have it open; the later one puts both together."""
    for desk in (adviser, other):
        desk.opens(file)
    save = f"form[action='{file}'] button.do"
    other.types(notes=FIRST)
    other.does(save)
    adviser.types(notes=SECOND, desired_location=PLACE)
    adviser.presses(save, 409)
    theirs = adviser.page.locator(".now-text").first.inner_text()
    assert adviser.field("notes").input_value() == SECOND
    adviser.types(notes=f"{theirs}\n{SECOND}")
    adviser.does(save)
    return theirs
