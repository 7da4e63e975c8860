"""Chromium as tests have it: headless, and asking nobody for anything but what it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tests.browser.install import CHROMIUM, missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Raises RuntimeError: it is not installed."""
    from playwright.sync_api import sync_playwright  # slow to import; few tests need it

    if lacking := missing():
        raise RuntimeError(f"{', '.join(lacking)} not installed: python -m tests.browser.install")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
