"""Somebody before a browser. Whatever they come to is looked at: see `looking`."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response

from infra.local.visit import until
from shared.domain.seat import CompanyRole
from tests.live.story import looking
from tests.live.story.firm import LONG_S
from tests.live.story.guise import DESK, PHONE, Guise
from tests.live.story.twin import Twin
from tests.support.live import Live

LANGUAGES: Final = {"ja": "ja-JP", "en": "en-GB"}
CODE: Final = re.compile(r"\b\d{6}\b")
MAIN: Final = "main form button.do"


class Reader:
    """Somebody with a browser.

    Args:
        who: names the pictures' folder.
        looked_at: the shapes of what was found good by anybody.
        visitor: the address they come from.
    """

    def __init__(
        self,
        live: Live,
        browser: Browser,
        who: str,
        guise: Guise,
        looked_at: set[str],
        *,
        email: str = "",
        visitor: str = "198.18.0.1",
    ) -> None:
        self.live, self.who, self.guise, self.email = live, who, guise, email
        self._twin, self._looked_at = Twin(browser.new_page), looked_at
        self.context = _context(browser, guise, visitor)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self._complaints: list[str] = []
        self._seen = Counter[str]()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._complaints.append(str(error)))
        self._page_came: Response | None = None
        self.page.on("response", self._hear_of_page)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complaints.append(f"{message.location.get('url')} {message.text}")

    def _hear_of_page(self, answer: Response) -> None:
        if answer.request.is_navigation_request():
            self._page_came = answer

    def _complains_of_nothing(self) -> None:
        """That the page itself is a refusal is no complaint; what is missing in it is."""
        expected = f"{self.page.url} Failed to load resource"
        found = [said for said in self._complaints if not said.startswith(expected)]
        self._complaints.clear()
        assert found == [], f"{self.page.url}: {found}"

    def opens(self, path: str, status: int = 200) -> Page:
        """A path, or a whole address out of a mail."""
        address = path if path.startswith("http") else self.live.url.rstrip("/") + path
        return self._came(self.page.goto(address), status)

    def presses(self, what: Locator | str = MAIN, status: int = 200) -> Page:
        """What leads to another page, or to the same one with what is wrong."""
        found = self.page.locator(what).first if isinstance(what, str) else what
        return self.is_led(found.click, status)

    def is_led(self, act: Callable[[], object], status: int = 200) -> Page:
        """By an act, to a page. A script that only writes into the history leads nobody away."""
        with self.page.expect_event("load"):
            act()
        return self._came(self._page_came, status)

    def reads(self, path: str) -> None:
        """In both languages and both widths; closely in the two that have least in common."""
        before = self.guise
        for guise, other in ((Guise("ja", DESK), PHONE), (Guise("en", PHONE), DESK)):
            self.turns(replace(guise, script=before.script))
            self.opens(f"{path}{'&' if '?' in path else '?'}lang={guise.locale}")
            self.turns(replace(self.guise, width=other))
            self.looks(closely=False)
        self.turns(before)

    def turns(self, guise: Guise) -> None:
        """The phone for the desk, one language for the other."""
        self.guise = guise
        self.page.set_viewport_size(guise.viewport)

    def field(self, name: str) -> Locator:
        return self.page.locator(f'[name="{name}"]:not([type="hidden"])')

    def types(self, fields: Mapping[str, str] | None = None, **more: str) -> None:
        """By the fields' names."""
        for name, text in {**(fields or {}), **more}.items():
            self.field(name).fill(text)

    def chooses(self, **fields: str) -> None:
        for name, value in fields.items():
            self.field(name.replace("_", "-")).select_option(value)

    def _came(self, answer: Response | None, status: int) -> Page:
        assert answer, f"{self.page.url} is no page"
        assert answer.status == status, f"{self.page.url}: {self.page.inner_text('body')[:500]}"
        self.looks(status)
        return self.page

    def looks(self, status: int = 200, *, closely: bool = True) -> None:
        self._complains_of_nothing()
        assert self.page.locator("html").get_attribute("lang") == self.guise.locale, self.page.url
        looking.is_whole(self.page, self.guise.width)
        if closely and (shape := looking.shape(self.page)) not in self._looked_at:
            looking.is_for_everybody(self.page if self.guise.script else self._twin.of(self.page))
            self._looked_at.add(shape)
        name = f"{looking.named(self.page.url, status)}-{self.guise}"
        self._seen[name] += 1
        again = f"-{self._seen[name]}" if self._seen[name] > 1 else ""
        looking.keep(self.page, self.who, name + again)

    def invites(self, email: str, name: str, role: CompanyRole, locale: str = "ja") -> None:
        """By the form of an owner's page."""
        self.opens("/console/members")
        self.types(name=name, email=email)
        for field, chosen in (("role", role), ("locale", locale)):
            self.page.locator(f'input[name="{field}"][value="{chosen}"]').check()
        assert self.presses().get_by_role("status").first.is_visible()

    def signs_in(self, back: str = "", status: int = 200) -> Page:
        """From the sign-in page on, or from where one was led to it."""
        if "/sign-in" not in self.page.url:
            self.opens("/sign-in" + (f"?back={back}" if back else ""))
        before = len(self._codes())
        self.types(email=self.email)
        self.presses()
        code = until(lambda: self._newer(before), f"no code came to {self.email}", LONG_S)
        self.types(code=code)
        return self.presses(status=status)

    def _codes(self) -> list[str]:
        """Newest first."""
        mails = self.live.visit.mails_to(self.email)
        return [found[0] for mail in mails if (found := CODE.search(mail["subject"]))]

    def _newer(self, before: int) -> str | None:
        found = self._codes()
        return found[0] if len(found) > before else None

    def ends(self) -> None:
        self.context.close()
        self._twin.ends()


def _context(browser: Browser, guise: Guise, visitor: str) -> BrowserContext:
    return browser.new_context(
        viewport=guise.viewport,
        locale=LANGUAGES[guise.locale],
        java_script_enabled=guise.script,
        reduced_motion="reduce",
        extra_http_headers={"X-Forwarded-For": visitor},
    )
