"""Take the README's pictures again: `.venv/bin/python -m tests.browser.pictures`."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import QUIET
from tests.browser.install import CHROMIUM
from tests.unit.pages.samples import landing
from tests.unit.pages.shown import MAILS

IMAGES: Final = Path(__file__).resolve().parents[2] / "docs" / "images"


def take(browser: Browser, name: str, html: str, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=2)
    page.set_content(html)
    page.screenshot(path=IMAGES / name)
    page.close()
    if shutil.which("pngquant"):
        subprocess.run(["pngquant", "--force", "--ext", ".png", IMAGES / name], check=True)


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        take(browser, "landing.png", landing("ja"), 390, 954)
        take(browser, "mail.png", MAILS["mail-credit-ja"].html, 600, 790)
        browser.close()


if __name__ == "__main__":
    main()
