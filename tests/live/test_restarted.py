"""What is acknowledged is kept: over a stop, over a kill -9, over a killed function."""

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from infra.local.visit import until
from tests.support.live import Live, free_port, relay
from tests.support.live_company import LiveCompany, seeded

CHAOS = "tests.support.chaos"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Live]:
    with relay(tmp_path / "relay", free_port()) as running:
        yield running


def handed_on(live: Live, people: range) -> None:
    for number in people:
        live.person(number).is_handed_on(live.link_url)


def test_data_and_keys_survive_a_stop_and_a_second_start_is_quick(own: Live) -> None:
    before = own.known
    handed_on(own, range(1, 5))
    exact = seeded(own).exact()["counted"]
    assert own.stop() == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(before["url"])

    began = time.monotonic()
    own.start()
    assert time.monotonic() - began < 30
    assert own.known == before
    assert seeded(own).exact()["counted"] == exact == 4
    assert len(own.visit.mails_to("person1@mail.example.com")) >= 1
    handed_on(own, range(5, 11))
    until(seeded(own).credits, "the credit never came", 30)


def test_every_acknowledged_registration_survives_kill_9_and_every_credit_due_arrives(
    own: Live,
) -> None:
    company = seeded(own)
    verified = kill_under_load(own, after=14)
    own.start()
    counted = company.exact()["counted"]
    assert counted >= len(verified), "somebody was told 200 and is not counted"
    for registration_id in verified:
        assert state(own, registration_id) == "counted"

    handed_on(own, range(500, 500 + (-counted) % 10))
    whole = company.exact()["counted"]
    assert whole % 10 == 0
    until(lambda: len(company.credits()) == whole // 10, "a credit due never came", 90)
    assert [c["number"] for c in company.credits()] == list(range(1, whole // 10 + 1))


def kill_under_load(live: Live, after: int) -> list[str]:
    """The registrations that were answered 200 before the engine was killed."""
    verified: list[str] = []
    enough = threading.Event()

    def keeps_coming(first: int) -> None:
        for number in range(first, first + 60):
            try:
                person = live.person(number)
                registration_id = person.register(live.link_url)
                answer = person.verify(registration_id, person.code())
            except (httpx.HTTPError, AssertionError, OSError):
                return
            if answer.status_code == httpx.codes.OK:
                verified.append(registration_id)
            if len(verified) >= after:
                enough.set()

    with ThreadPoolExecutor(4) as pool:
        coming = [pool.submit(keeps_coming, 1 + 100 * n) for n in range(4)]
        assert enough.wait(90), f"only {len(verified)} were verified"
        live.kill()
        for one in coming:
            one.result(90)
    return verified


def state(live: Live, registration_id: str) -> str:
    found = live.clients.client("dynamodb").get_item(
        TableName=live.stack["CoreTable"],
        Key={"pk": {"S": f"REG#{registration_id}"}, "sk": {"S": "REG"}},
    )
    return str(found["Item"]["state"]["S"])


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_grant_killed_around_its_commit_is_granted_once(tmp_path: Path, when: str) -> None:
    with relay(tmp_path / "relay", free_port(), CHAOS, RELAY_CHAOS=when) as live:
        company: LiveCompany = seeded(live)
        handed_on(live, range(1, 11))
        until(lambda: (live.state / "chaos").exists() or None, "grant was never killed", 30)
        until(company.credits, "the credit never came", 90)
        handed_on(live, range(11, 14))
        until(lambda: company.knows("/v1/progress")["counted"] == 13 or None, "seal stopped", 60)
        assert [c["number"] for c in company.credits()] == [1]
        assert [e["kind"] for e in company.entries()].count("grant") == 1


def test_a_taken_port_is_refused_in_one_sentence(tmp_path: Path, live: Live) -> None:
    with pytest.raises(AssertionError, match="is not free") as refused:
        Live(tmp_path / "second", live.port, "infra.local.run", {}).start()
    assert "Traceback" not in str(refused.value)


def test_nothing_listens_beyond_this_machine(live: Live) -> None:
    ports = {live.port, int((live.state / "engine-port").read_text())}
    rows = [
        row
        for table in ("tcp", "tcp6")
        for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    listening = [row.split()[1] for row in rows if row.split()[3] == "0A"]
    ours = [a for a in listening if int(a.split(":")[1], 16) in ports]
    assert len(ours) == len(ports)
    assert {a.split(":")[0] for a in ours} == {"0100007F"}, os.linesep.join(ours)
