"""A mail SES refused until its queue gave up: `make redrive` shows it, and sends it, once."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.local.visit import until
from infra.ops.cloud import OnThisMachine
from infra.ops.held import Held, held_in
from infra.ops.queues import MovedOneByOne
from infra.sources import ROOT
from tests.live.conftest import next_person
from tests.support.live import Live
from tests.support.person import Person
from tests.support.unverified import nothing_verified

NOTIFY = "NotifyReader"


def redrive(live: Live, **said: str) -> str:
    """As `make redrive` runs it."""
    words = [f"--queue={said.get('QUEUE', '')}", f"--go={said.get('GO', '')}"]
    done = subprocess.run(
        [sys.executable, "-m", "infra.ops", "--stage", "local", "redrive", *words],
        cwd=ROOT,
        env={**os.environ, "RELAY_STATE": str(live.state), "RELAY_PORT": str(live.port)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stdout + done.stderr


def notify_lost(live: Live) -> Held:
    where = OnThisMachine(live.clients)
    queues = MovedOneByOne(where.client("sqs"))
    [held] = held_in(where, "local", queues, NOTIFY)
    return held


def waiting(live: Live) -> int:
    return notify_lost(live).waiting


@contextmanager
def impatient(live: Live) -> Iterator[None]:
    """Five tries take seconds, not minutes."""
    sqs, queue = live.clients.client("sqs"), notify_lost(live).source
    name = "VisibilityTimeout"
    said = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=[name])["Attributes"]
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={name: "1"})
    try:
        yield
    finally:
        sqs.set_queue_attributes(QueueUrl=queue, Attributes={name: said[name]})


@pytest.fixture
def waits(live: Live) -> Person:
    """Somebody whose code nobody could send, SES being well again."""
    with nothing_verified(live), impatient(live):
        person = next_person(live)
        person.register(live.link_url)
        until(lambda: waiting(live) or None, "its queue never gave up", 60)
    return person


def test_a_mail_nobody_could_send_is_shown_then_sent_once(live: Live, waits: Person) -> None:
    assert live.visit.mails_to(waits.email) == []
    shown = redrive(live)
    assert f"{NOTIFY} " in shown and "Nothing was changed" in shown
    assert waiting(live) >= 1  # a mail of somebody before them may have met the same refusal
    assert live.visit.mails_to(waits.email) == []

    assert re.search(rf"{NOTIFY}: [1-9]\d* are back", redrive(live, QUEUE=NOTIFY, GO="1"))
    assert waits.code()
    assert "Nothing waits" in redrive(live, GO="1")
    witness = next_person(live)
    witness.register(live.link_url)
    assert witness.code()
    assert len(live.visit.mails_to(waits.email)) == 1


def test_a_queue_by_another_name_is_refused_with_the_names_there_are(live: Live) -> None:
    said = redrive(live, QUEUE="Nobody", GO="1")
    assert said.startswith("refused: no queue Nobody; there are ")
    assert NOTIFY in said


def test_where_no_relay_runs_it_says_how_to_start_one(live: Live, tmp_path: Path) -> None:
    nowhere = Live(tmp_path, live.port, "infra.local.run", {})
    assert redrive(nowhere) == "refused: no relay runs here; start one with `make run`\n"
