"""Somebody of the agency before a browser: signed in by code and device, at a wide desk."""

import csv
from dataclasses import replace
from typing import Final

import pyotp
from playwright.sync_api import Page, Response

from shared import clock
from tests.live.story import looking
from tests.live.story.guise import DESK, TABLET, WIDE
from tests.live.story.reader import MAIN, Reader

WIDTHS: Final = (DESK, WIDE, TABLET)
STATUS: Final = "main [role=status]"
READS: Final = "path => fetch(path).then(answer => answer.text())"
AXED: Final = frozenset({DESK, WIDE})


class Colleague(Reader):
    """Every page they come to is looked at in all `WIDTHS`, the first time anybody does."""

    name = ""
    _secret = ""

    def comes_in(self) -> Page:
        """In the morning: by a code from the mail, and one of the device; the first time by both
        and ten codes for the day it is lost.
        """
        page = self.signs_in(back="/agency")
        shown = page.locator("dl code")
        if shown.count():
            self._secret = shown.inner_text().replace(" ", "")
        self.types(code=pyotp.TOTP(self._secret).at(clock.now()))
        self.presses()
        if page.locator("ol code").count():
            self.presses("main a.do")
        assert page.url.endswith("/agency"), page.url
        return page

    def does(self, button: str = MAIN) -> str:
        """An act; what the page says was done."""
        self.presses(button)
        return self.page.locator(STATUS).first.inner_text()

    def follows(self, text: str) -> Page:
        """A link of the page, by its words."""
        return self.presses(self.page.locator("main").get_by_role("link", name=text).first)

    def finds(self, text: str) -> list[str]:
        """The names that the desk's search shows."""
        self.opens("/agency/search")
        self.types(q=text)
        self.presses()
        return self.page.locator("main table th a").all_inner_texts()

    def saves(self, link: str) -> list[dict[str, str]]:
        """The rows of a file the page leads to."""
        path = self.page.locator(link).first.get_attribute("href")
        said: str = self.page.evaluate(READS, path)
        return [*csv.DictReader(said.removeprefix("\ufeff").splitlines())]

    def passes(self, path: str) -> None:
        """By a page nobody came to yet."""
        if f"{looking.named(path)} stretched" not in self._looked_at:
            self.opens(path)

    def looks(self, status: int = 200, *, closely: bool = True) -> None:
        """What has the shape of what was seen before is not pictured again."""
        if looking.shape(self.page) in self._looked_at:
            self._complains_of_nothing()
        else:
            super().looks(status, closely=closely)

    def _came(self, answer: Response | None, status: int) -> Page:
        page = super()._came(answer, status)
        self._stretches(looking.named(page.url, status), status)
        return page

    def _stretches(self, name: str, status: int) -> None:
        """To the other widths. At a narrow one nothing hangs out; in the others axe looks, too."""
        before, seen = self.guise, f"{name} stretched"
        if seen in self._looked_at:
            return
        self._looked_at.add(seen)
        for width in (one for one in WIDTHS if one != before.width):
            self.turns(replace(before, width=width))
            self.looks(status, closely=width in AXED)
        self.turns(before)
