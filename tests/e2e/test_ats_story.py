"""From an application at a Greenhouse to the webhook that tells of a credit, on the template."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks import Webhook

from shared.domain.heard import Heard
from shared.webhooks.sending import Wire, sent
from tests.support.cloud.hiring import HOST, Hiring, connect
from tests.support.cloud.town import Firm, Town
from tests.support.vendors.greenhouse import FakeGreenhouse
from tests.support.vendors.serving import serving
from tests.unit.webhooks.receiver import Receiver, answering, certify, receiving

OK = answering(b"HTTP/1.1 204 No Content")


@pytest.fixture
def firm(town: Town) -> Firm:
    return town.firm("aozora")


@pytest.fixture
def hiring(town: Town, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hiring]:
    """Its Greenhouse speaks HTTP on this machine, whatever name it is asked by."""
    with serving(FakeGreenhouse()) as served:
        monkeypatch.setattr("functions.write_back.handler.Wire", lambda: served.wire)
        assert isinstance(served.vendor, FakeGreenhouse)
        yield connect(town, firm, served.vendor)


@pytest.fixture
def receiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """The company's server: https, by its name, with a certificate."""
    with receiving(certify(tmp_path, HOST), OK) as here:

        def led_here(url: str, body: bytes, headers: dict[str, str], _: Wire) -> Heard:
            return sent(url.replace(HOST, f"{HOST}:{here.port}"), body, headers, here.wire())

        monkeypatch.setattr("functions.deliver.posting.sent", led_here)
        yield here


def comes_by(town: Town, firm: Firm, mail: str) -> None:
    """Whoever got this mail opens its link, fills in the form, and types the code."""
    found = re.search(r"/r/(\w+)", mail)
    assert found
    assert town.cloud.request("GET", f"/r/{found[1]}")["statusCode"] == 200
    registration_id, email = town.registers(replace(firm, slug=found[1]))
    assert town.verifies(registration_id, town.code(email)) == 200
    town.cloud.settle()


def heard(receiver: Receiver, secret: str) -> list[dict[str, object]]:
    """Every message, as the official package reads it: it raises where a signature is not right."""
    told = []
    for request in receiver.requests:
        head, _, body = request.partition(b"\r\n\r\n")
        rows = (row.split(": ", 1) for row in head.decode().split("\r\n")[1:])
        headers = {name.lower(): value for name, value in rows}
        told.append(Webhook(secret).verify(body, headers))
    return told


def test_ten_rejections_at_a_greenhouse_earn_a_credit_that_the_companys_server_hears_of(
    town: Town, firm: Firm, hiring: Hiring, receiver: Receiver
) -> None:
    asked = {"url": f"https://{HOST}/relay", "events": ["credit.*"]}
    endpoint = town.says("POST", "/v1/webhook-endpoints", asked, firm.key)
    for number in range(1, 11):
        hiring.applies(number)
        comes_by(town, firm, hiring.rejects(number))
    assert town.progress(firm)["counted"] == 10
    [credit] = town.credits(firm)
    [told] = heard(receiver, endpoint["secret"])
    assert told["type"] == "credit.granted"
    assert credit["credit_id"] in json.dumps(told)


def test_before_the_rejection_and_after_it_was_undone_the_link_serves_and_counts_nobody(
    town: Town, firm: Firm, hiring: Hiring
) -> None:
    hiring.applies(1)
    comes_by(town, firm, hiring.link(1))
    comes_by(town, firm, hiring.rejects(1))
    hiring.unrejects(1)
    comes_by(town, firm, hiring.link(1))
    kept = [item for item in _registrations(town) if item["state"]["S"] == "counted"]
    assert len(_registrations(town)) == 3 and len(kept) == 1


def test_nothing_a_greenhouse_says_of_a_person_is_anywhere_afterwards(
    town: Town, firm: Firm, hiring: Hiring
) -> None:
    hiring.applies(1)
    hiring.rejects(1)
    aws = town.cloud.aws
    tables = [aws.dynamodb.scan(TableName=name)["Items"] for name in aws.tables.values()]
    kept = json.dumps([tables, aws.said, aws.queued], default=str, ensure_ascii=False)
    assert "hanako@example.jp" not in kept and "花子" not in kept


def _registrations(town: Town) -> list[dict[str, Any]]:
    aws = town.cloud.aws
    every: list[Any] = [aws.dynamodb.scan(TableName=name) for name in aws.tables.values()]
    return [item for one in every for item in one["Items"] if item["sk"] == {"S": "REG"}]
