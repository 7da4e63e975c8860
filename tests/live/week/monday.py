"""Somebody asks to be forgotten; the licence's last day."""

import re
from dataclasses import dataclass
from typing import Final

from infra.local.visit import until
from tests.live.story.firm import LONG_S
from tests.live.week.cast import FORGOTTEN
from tests.live.week.colleague import Colleague
from tests.live.week.days import MONDAY
from tests.live.week.week import Week

CODE: Final = re.compile(r"\b\d{6}\b")
ASKED: Final = "登録した内容をすべて消してください。"


@dataclass(frozen=True, slots=True)
class Monday:
    """
    Args:
        file: the path of who is forgotten.
        request: of what they asked.
        found: by their name and by their address, before and after.
        licence: what its page said of today.
    """

    file: str
    request: str
    found: tuple[list[str], list[str]]
    licence: str


def tell(week: Week, adviser: Colleague) -> Monday:
    week.days.turn(MONDAY, 10)
    file = week.file_of(FORGOTTEN)
    adviser.comes_in()
    licence = adviser.opens("/agency/licence").locator("main [role=status]").inner_text()
    before = adviser.finds(FORGOTTEN.full_name) + adviser.finds(FORGOTTEN.email)
    request = _asks(adviser)
    _proves(week, adviser, request)
    adviser.opens(file)
    _erases(adviser, file)
    week.still.wait()
    adviser.opens(request)
    adviser.does("form[action$='/answer'] button")
    after = adviser.finds(FORGOTTEN.full_name) + adviser.finds(FORGOTTEN.email)
    return Monday(file, request, (before, after), licence)


def _asks(adviser: Colleague) -> str:
    """They wrote a mail; the request has a page of its own."""
    adviser.opens("/agency/rights")
    adviser.presses("main a.do")
    adviser.presses("main form button.do", 422)
    adviser.types(whose=FORGOTTEN.email, received_on=f"{MONDAY}", text=ASKED)
    adviser.chooses(wanted="erasure")
    adviser.field("came_by").select_option("email")
    adviser.does("main form button.do")
    return adviser.page.url.removeprefix(adviser.live.url.rstrip("/")).partition("?")[0]


def _proves(week: Week, adviser: Colleague, request: str) -> None:
    """By a code sent to the address of the file, which they read out."""
    adviser.does("form[action$='/code'] button")
    code = until(lambda: _code(week), "no code came", LONG_S)
    adviser.types(code=code)
    adviser.does("form[action$='/proof'] button")


def _code(week: Week) -> str | None:
    mails = week.live.visit.mails_to(FORGOTTEN.email)
    subjects = [mail["subject"] for mail in mails if "24時間" in mail["subject"]]
    found = CODE.search(subjects[0]) if subjects else None
    return found[0] if found else None


def _erases(adviser: Colleague, file: str) -> None:
    """Not before it is said that one is sure."""
    button = f"form[action='{file}/erasure'] button"
    adviser.page.locator(f"details:has({button}) summary").click()
    adviser.presses(button, 422)
    adviser.field("sure").check()
    adviser.presses(button)
