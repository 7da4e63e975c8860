"""Give the browser tests their browser: Debian's Chromium and a Japanese font, when missing.

Run as `python -m tests.browser.install`. Says what it does; ends non-zero with one sentence.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium-headless-shell")
JAPANESE = Path("/usr/share/fonts/opentype/noto")
WANTED = {"chromium-headless-shell": CHROMIUM, "fonts-noto-cjk": JAPANESE}


def missing() -> list[str]:
    return [package for package, path in WANTED.items() if not path.exists()]


def as_root() -> list[str]:
    """What to put before a command; asks for no password."""
    return [] if os.geteuid() == 0 else ["sudo", "-n"]


def apt(*words: str) -> None:
    command = [*as_root(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *words]
    subprocess.run(command, check=True)


def install(packages: list[str]) -> None:
    print(f"browser: installing {', '.join(packages)} (about 200 MB, once)", flush=True)
    apt("update", "-q")
    apt("install", "-y", "-q", "--no-install-recommends", *packages)


def main() -> int:
    wanted = missing()
    if not wanted:
        print("browser: chromium and a Japanese font are here")
        return 0
    if not shutil.which("apt-get"):
        print(f"browser: no apt-get on this system; please install {', '.join(wanted)} yourself")
        return 1
    try:
        install(wanted)
    except (subprocess.CalledProcessError, FileNotFoundError):
        print(f"browser: apt-get could not install {', '.join(wanted)}; its output is above")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
