"""Take the README's pictures again: `.venv/bin/python -m tests.browser.pictures`.

With a folder behind it: every mail into that folder instead, to be looked at, in three widths and
both lights.
"""

import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import QUIET
from tests.browser.install import CHROMIUM
from tests.unit.pages.samples import landing
from tests.unit.pages.shown import MAILS

IMAGES: Final = Path(__file__).resolve().parents[2] / "docs" / "images"


WIDTHS: Final = (320, 600, 1000)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")


def take(browser: Browser, name: str, html: str, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.set_content(html)
    page.screenshot(path=IMAGES / name)
    page.close()
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", IMAGES / name], check=True)


def take_every_mail(browser: Browser, into: Path) -> None:
    for name, width, scheme in product(MAILS, WIDTHS, SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": 400}, color_scheme=scheme)
        page.set_content(MAILS[name].html)
        page.screenshot(path=into / f"{name}-{width}-{scheme}.png", full_page=True)
        page.close()


def main(into: Path | None) -> None:
    (into or IMAGES).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        if into:
            take_every_mail(browser, into)
        else:
            take(browser, "landing.png", landing("ja"), 390, 954)
            take(browser, "mail.png", MAILS["mail-credit-ja"].html, 600, 790)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
