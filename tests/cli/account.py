"""An AWS account with nothing in it, in a process of its own, and the CDK CLI turned to it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import boto3
import httpx

from infra.local.aws import Clients
from infra.local.environment import ACCESS_KEY, ACCOUNT, SECRET_KEY, made_up
from infra.local.place import ROOT
from infra.ops.cdk import cdk
from tests.support.assembly import CONTEXT
from tests.support.live import free_port

REGIONS: Final = ("ap-northeast-1", "us-east-1")
_START_S, _STOP_S = 60, 30


@dataclass(frozen=True)
class Account:
    """`home` stands in for the person's: the CLI remembers there whose account a key opens."""

    endpoint: str
    home: Path

    def cdk(self, *words: str) -> None:
        cdk(*words, context=CONTEXT["dev"], environment=self.surroundings)

    def in_region(self, region: str) -> Clients:
        return Clients(self.endpoint, lambda: boto3.Session(ACCESS_KEY, SECRET_KEY, None, region))

    @property
    def environments(self) -> list[str]:
        return [f"aws://{ACCOUNT}/{region}" for region in REGIONS]

    @property
    def surroundings(self) -> dict[str, str]:
        nobody = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", "CI": ""}
        home = {"HOME": str(self.home), "CDK_HOME": str(self.home)}
        return made_up() | home | nobody | {"AWS_ENDPOINT_URL": self.endpoint}


@contextmanager
def account(folder: Path) -> Iterator[Account]:
    port, home, log = free_port(), folder / "home", folder / "engine.log"
    home.mkdir()
    with log.open("wb") as said:
        engine = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.engine", str(folder / "state"), str(port)],
            cwd=ROOT,
            stdout=said,
            stderr=said,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    try:
        made = Account(f"http://127.0.0.1:{port}", home)
        _wait_until_it_answers(made, engine, log)
        yield made
    finally:
        engine.send_signal(signal.SIGTERM)
        _ended(engine)


def _wait_until_it_answers(made: Account, engine: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _START_S
    while True:
        try:
            httpx.get(f"{made.endpoint}/_ministack/health", trust_env=False).raise_for_status()
            return
        except httpx.HTTPError:
            assert engine.poll() is None and time.monotonic() < end, log.read_text()[-3000:]
            time.sleep(0.1)


def _ended(engine: subprocess.Popen[bytes]) -> None:
    try:
        engine.wait(_STOP_S)
    except subprocess.TimeoutExpired:
        engine.kill()
        raise
