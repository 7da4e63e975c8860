"""Companies' ATSs at a whole relay: 50 deliveries a second for half a minute, none lost."""

import json
import statistics
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import httpx
import pytest

from infra.local.visit import until
from shared.domain.connection import Connection
from shared.domain.ids import CompanyId
from shared.domain.listed import Listed, Outcome
from shared.table.commit import Table
from shared.table.hearings import Hearings
from tests.support.connected import connected, signed
from tests.support.live import Live

A_SECOND: Final = 50
SECONDS: Final = 30
AT_ONCE: Final = 16
APPLICATIONS: Final = 300
"""Each is spoken of five times."""
READ_WITHIN_S: Final = 300


@pytest.fixture(scope="module")
def core(live: Live) -> Table:
    return Table(live.stack["CoreTable"], live.clients.client("dynamodb"))


@pytest.fixture
def connection(live: Live, core: Table) -> Connection:
    kms: Any = live.clients.client("kms")
    described = kms.describe_key(KeyId=live.stack["TableKeyArn"])["KeyMetadata"]["Arn"]
    company_id = CompanyId(live.known["company"]["company_id"])
    return connected(core, kms, described, company_id)


def body(number: int) -> bytes:
    """The same application, created or rejected, with the person as Greenhouse tells of them."""
    kind = "new_candidate_application" if number < APPLICATIONS else "reject_candidate"
    said = {
        "id": number % APPLICATIONS + 1,
        "applied_at": "2026-02-22T00:00:00Z",
        "rejected_at": None if number < APPLICATIONS else "2026-04-01T02:03:04Z",
        "rejection_reason": {
            "id": 14,
            "name": "Other",
            "type": {"id": 1, "name": "We rejected them"},
        },
        "candidate": {"id": 7_000_000 + number % APPLICATIONS, "first_name": "花子"},
        "jobs": [{"id": 1, "name": "Designer", "confidential": False}],
    }
    return json.dumps({"action": kind, "payload": {"application": said}}).encode()


def delivered(client: httpx.Client, url: str, number: int, due: float) -> tuple[int, float]:
    """At its time, or as soon after as the machine lets us."""
    sent = signed("greenhouse", body(number), f"event-{number}")
    if (wait := due - time.monotonic()) > 0:
        time.sleep(wait)  # a pace, and nothing waits for it
    began = time.perf_counter()
    told = {"content-type": "application/json", **sent.headers}
    answer = client.post(url, content=sent.raw, headers=told)
    return answer.status_code, time.perf_counter() - began


def test_fifty_a_second_for_half_a_minute_and_none_is_lost(
    live: Live, core: Table, connection: Connection
) -> None:
    url, many = f"{live.url}/ats/greenhouse/{connection.connection_id}", A_SECOND * SECONDS
    limits = httpx.Limits(max_connections=AT_ONCE)
    with (
        httpx.Client(trust_env=False, timeout=30, limits=limits) as client,
        ThreadPoolExecutor(AT_ONCE) as hands,
    ):
        began = time.monotonic() + 0.2
        sent = [hands.submit(delivered, client, url, n, began + n / A_SECOND) for n in range(many)]
        answers = [one.result() for one in sent]
        took = time.monotonic() - began
    assert Counter(status for status, _ in answers) == {200: many}
    times = sorted(seconds * 1000 for _, seconds in answers)
    print(
        f"{many} deliveries in {took:.1f} s: p50 {statistics.median(times):.1f} ms, "
        f"p99 {times[many * 99 // 100]:.1f} ms; their senders and the whole engine share "
        "this machine's processors"
    )
    until(lambda: _is_empty(live), "some were never read", READ_WITHIN_S)
    listed = _listed(core, connection)
    assert len(listed) == many
    assert Outcome.REFUSED not in {row.outcome for row in listed}
    is_each_application_once(core, connection)


def _is_empty(live: Live) -> bool:
    """Nothing waits in the queue, and nobody holds anything of it."""
    sqs: Any = live.clients.client("sqs")
    [url] = [u for u in sqs.list_queues()["QueueUrls"] if "ReceivingQueue" in u]
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    said = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
    return not any(int(said[name]) for name in names)


def _listed(core: Table, connection: Connection) -> list[Listed]:
    found: list[Listed] = []
    after: str | None = None
    while True:
        rows, after = Hearings(core).page(connection.connection_id, limit=300, after=after)
        found += rows
        if after is None:
            return found


def is_each_application_once(core: Table, connection: Connection) -> None:
    partition = f"CONNECTION#{connection.connection_id}"
    applications = list(core.all_of(partition, "APPLICATION#"))
    assert len(applications) == APPLICATIONS
    assert len({one["slug"] for one in applications}) == APPLICATIONS
    assert all(one["rejected_at"] for one in applications)
