"""One endpoint that hangs keeps nobody else waiting: measured on the handler, five calls at a time.

Five is what Lambda begins with for a queue. The queue here hands out in the order it was given, so
whatever is fair is ours; SQS's own fairness to groups comes on top.
"""

import heapq
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from functions.deliver import handler
from functions.deliver.flow import ROOM
from functions.deliver.posting import Posting
from shared.aws.tickets import written
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.sealed import Sealed
from shared.domain.webhook_message import Ticket
from shared.table import keys
from shared.table.commit import Table
from shared.table.endpoints import Endpoints
from shared.table.messages import Messages
from shared.webhooks.reach import Reach
from shared.webhooks.secret import Secret
from shared.webhooks.sending import LIMIT, Wire
from tests.support.builders import ACME, BOLT
from tests.support.webhooking import a_hook, a_note
from tests.unit.webhooks.receiver import HERE, answering, certify, receiving

AT_ONCE = 5
MANY = 100
SOON_S = 10.0
"""On a machine of two cores that others use too; alone it takes a second or two."""
SLOW, QUICK = EndpointId("whe_slow"), EndpointId("whe_quick")


@dataclass
class Line:
    """A queue in real time, first in first out among what is due."""

    waiting: list[tuple[float, int, Ticket]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    order: Iterator[int] = field(default_factory=count)

    def send(self, ticket: Ticket, after: timedelta = timedelta()) -> None:
        with self.lock:
            due = time.monotonic() + after.total_seconds()
            heapq.heappush(self.waiting, (due, next(self.order), ticket))

    def next(self) -> Ticket | None:
        with self.lock:
            if self.waiting and self.waiting[0][0] <= time.monotonic():
                return heapq.heappop(self.waiting)[2]
        return None


class Plain:
    def seal(self, secret: str, purpose: str, of: str) -> str:
        raise AssertionError

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        return Secret(b"k" * 32).text


@contextmanager
def reading(line: Line, handle: Callable[[SQSRecord], None]) -> Iterator[None]:
    over = threading.Event()

    def work() -> None:
        while not over.is_set():
            ticket = line.next()
            if ticket is None:
                over.wait(0.01)
            else:
                handle(SQSRecord({"body": written(ticket)}))

    workers = [threading.Thread(target=work, daemon=True) for _ in range(AT_ONCE)]
    for worker in workers:
        worker.start()
    yield
    over.set()
    for worker in workers:
        worker.join(LIMIT + 5)


def add(table: Table, line: Line, endpoint_id: EndpointId, company: CompanyId, url: str) -> None:
    table.commit(table.new(keys.company(company), {"state": "active"}))
    sealed = (Sealed("any"),)
    endpoint = a_hook(endpoint_id, company_id=company, url=url, secrets=sealed)
    Endpoints(table).add(endpoint)
    for n in range(MANY if endpoint_id == SLOW else 1):
        note = a_note(n, endpoint, datetime.now(UTC))
        Messages(table).add(note)
        line.send(note.ticket)


def test_a_hundred_messages_to_one_that_hangs_delay_nobody_elses(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, hung, arrived = certify(tmp_path), threading.Event(), threading.Event()
    line, at_once = Line(), list[int]()

    def hangs(_: ssl.SSLSocket) -> None:
        hung.wait(60)

    def arrives(here: ssl.SSLSocket) -> None:
        arrived.set()
        answering(b"HTTP/1.1 204 No Content")(here)

    with receiving(certificate, hangs) as slow, receiving(certificate, arrives) as quick:
        known = slow.wire()
        reach = Reach(frozenset({slow.port, quick.port}), (HERE,))
        posting = Posting(Plain(), Wire(known.trust, known.resolver, reach, LIMIT))
        monkeypatch.setattr(handler, "table", lambda: table)
        monkeypatch.setattr(handler, "tickets", lambda: line)
        monkeypatch.setattr(handler, "posting", lambda: posting)
        monkeypatch.setattr(handler, "tick", lambda *_: None)
        add(table, line, SLOW, ACME, slow.url())
        add(table, line, QUICK, BOLT, quick.url())
        began = time.monotonic()
        with reading(line, handler.one):
            came = arrived.wait(LIMIT + 30)
            took = time.monotonic() - began
            at_once.append(len(list(table.all_of(keys.told(SLOW), "SLOT#"))))
            hung.set()
    print(f"behind {MANY} that hang for {LIMIT:.0f} s: {took:.2f} s")
    assert came and took < SOON_S
    assert at_once <= [ROOM]
