"""What is asked of every page that is looked at, and the picture that is kept of it.

The pictures are under `.local/pictures/story/<who>/`: an artefact of the run, not of the project.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from infra.local.place import ROOT
from infra.local.visit import until

PICTURES: Final = ROOT / ".local" / "pictures" / "story"
WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOLLOWS_S: Final = 3
GRAVE: Final = frozenset({"serious", "critical"})
_ONE: Final = (
    (re.compile(r"[a-z]{2,3}_[0-9A-Z]{26}|[0-9a-f]{64}"), "one"),
    (re.compile(r"^/(r|not-me|unsubscribe|consents|messages|check-ins)/[^/]+"), r"\1/one"),
)
"""What names one of many in a path: the picture of one is the picture of each."""
_AXE: Final = Axe().axe_script
_RUN: Final = "options => axe.run(options).then(found => found.violations)"
"""What is right is not told: it would take as long again."""
_SHAPE: Final = """() => [...document.querySelectorAll("*")].map(found => {
  const varies = ["action", "href", "src", "value"]
  const told = [...found.attributes].filter(one => !varies.includes(one.name))
  const words = [...found.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  return [found.tagName, words, ...told.map(one => `${one.name}=${one.value}`)].join(" ")
}).join("\\n")"""
"""All there is but which words it says, where it leads and what is typed."""


def shape(page: Page) -> str:
    """At this width. What has the shape of another is as good as that one."""
    return f"{page.evaluate('innerWidth')} {page.evaluate(_SHAPE)}"


def named(url: str, status: int = 200) -> str:
    """
    >>> named("http://127.0.0.1:8100/console/links/lnk_01KJP7T0W0000000000000000N/sheet?x=1")
    'console-links-one-sheet'
    >>> named("http://127.0.0.1:8100/", 404)
    'start-404'
    """
    path = urlsplit(url).path
    for each, one in _ONE:
        path = each.sub(one, path)
    name = path.strip("/").replace("/", "-") or "start"
    return name if status == 200 else f"{name}-{status}"


def is_whole(page: Page, width: int) -> None:
    """Nothing hangs out sideways, once what is drawn by a script has followed the width."""
    until(
        lambda: page.evaluate("document.documentElement.scrollWidth") <= width,
        f"{page.url} is not as narrow as {width}",
        FOLLOWS_S,
    )


def is_for_everybody(page: Page) -> None:
    """Nothing serious or critical."""
    page.evaluate(_AXE)
    options = {"runOnly": WCAG, "resultTypes": ["violations"], "preload": False}
    grave = [rule for rule in page.evaluate(_RUN, options) if rule["impact"] in GRAVE]
    told = {rule["id"]: [node["html"][:120] for node in rule["nodes"]] for rule in grave}
    assert not told, f"{page.url}: {told}"


def keep(page: Page, who: str, name: str) -> None:
    folder = PICTURES / who
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.jpg", type="jpeg", quality=80, full_page=True)
