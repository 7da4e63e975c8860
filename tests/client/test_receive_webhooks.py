"""docs/client/examples/receive_webhooks.py hears what we sign, by the very code that sends it."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import httpx
import pytest

from shared.contracts.webhook import CreditMessage
from shared.contracts.webhook_data import CreditData
from shared.webhooks.secret import Secret
from shared.webhooks.signing import headers
from tests.client.examples import command, told

SECRET: Final = Secret(b"k" * 32)
OTHER: Final = Secret(b"o" * 32)
BODY: Final = CreditMessage(
    type="credit.granted", timestamp=datetime(2026, 4, 1, tzinfo=UTC), data=CreditData(number=3)
).body()


@dataclass(frozen=True)
class Program:
    process: subprocess.Popen[str]
    port: str

    def sent(self, body: bytes = BODY, at: datetime | None = None, *, by: Any = SECRET) -> int:
        signed = headers([by], "evt_1", at or datetime.now(UTC), BODY)
        here = f"http://127.0.0.1:{self.port}/"
        with httpx.Client(trust_env=False, timeout=10) as asking:
            return asking.post(here, content=body, headers=signed).status_code

    def printed(self) -> str:
        """All of it: it is ended first."""
        self.process.terminate()
        return self.process.communicate(timeout=10)[0]


@pytest.fixture
def program() -> Iterator[Program]:
    env = told(CAREER_RELAY_WEBHOOK_SECRET=SECRET.text)
    asked = command("receive_webhooks", "0")
    with subprocess.Popen(asked, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield Program(process, process.stdout.readline().split()[-1])
        finally:
            process.kill()


def test_what_we_signed_is_heard_once_however_often_it_comes(program: Program) -> None:
    assert [program.sent(), program.sent()] == [204, 204]
    assert program.printed() == 'credit.granted {"number": 3}\n'


def test_nothing_else_is(program: Program) -> None:
    long_ago = datetime.now(UTC) - timedelta(minutes=6)
    assert program.sent(BODY + b" ") == 400
    assert program.sent(at=long_ago) == 400
    assert program.sent(by=OTHER) == 400
    assert program.sent(BODY + b" " * 70_000) == 413
    assert program.printed() == ""
