"""What a delivery asks of AWS before it is answered, and while it is read."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from functions.ats import handler as door
from shared.ats.sampled import samples
from shared.ats.vendors import VENDORS
from shared.domain.connection import PURPOSE
from shared.memory import MANY, RememberedSecrets
from tests.integration.ats.test_door import FIRST
from tests.support.sealing import Seal
from tests.support.vendors_post import OTHER, SECRET, Post


@contextmanager
def asked_of(post: Post) -> Iterator[Counter[str]]:
    counted: Counter[str] = Counter()

    def count(model: Any, **_: Any) -> None:
        counted[model.name] += 1

    events = post.table.client.meta.events
    events.register("before-call", count)
    try:
        yield counted
    finally:
        events.unregister("before-call", count)


class Counted(Seal):
    opened = 0

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        self.opened += 1
        return super().unseal(sealed, purpose, of)


@pytest.mark.parametrize("vendor", sorted(VENDORS))
def test_a_warm_delivery_is_one_read_and_one_message(
    post: Post, vendor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = Counted()
    held = RememberedSecrets(seal, PURPOSE)
    monkeypatch.setattr(door, "secrets", lambda: held)
    connection, raw = post.connect(vendor), samples(vendor)[FIRST[vendor]]
    post.post(post.signed(vendor, raw), connection)
    assert seal.opened == 2
    for secret in (SECRET, OTHER):
        before = len(post.queue.messages)
        with asked_of(post) as requests:
            post.post(post.signed(vendor, raw, secret), connection)
        assert requests == {"GetItem": 1}
        assert len(post.queue.messages) == before + 1
    assert seal.opened == 2


def test_an_unknown_one_is_one_read_and_no_message(post: Post) -> None:
    connection = post.connect("greenhouse")
    sent = post.sample("greenhouse", "ping")
    with asked_of(post) as requests:
        reply = post.post(sent, connection, provider="lever")
    assert (reply["statusCode"], requests) == (404, {"GetItem": 1})
    assert post.queue.messages == []


def test_reading_one_is_six_requests_where_a_link_is_made_and_five_where_it_is_moved(
    post: Post,
) -> None:
    """Its connection, what is known of it, the application, the link; and two transactions."""
    connection = post.connect("greenhouse")
    post.deliver("greenhouse", "ping", connection)
    made = {"GetItem": 1, "TransactGetItems": 3, "TransactWriteItems": 2}
    moved = made | {"TransactGetItems": 2}
    for name, expected in (("created", made), ("rejected", moved)):
        post.post(post.sample("greenhouse", name), connection)
        with asked_of(post) as requests:
            assert post.read() == []
        assert requests == expected


def test_a_new_secret_is_opened_at_once_and_only_so_many_are_remembered() -> None:
    seal = Counted()
    held = RememberedSecrets(seal, PURPOSE)
    for number in range(MANY + 5):
        text = seal.seal(f"secret {number}", PURPOSE, "ats_1")
        assert held.open(text, "ats_1") == f"secret {number}"
        assert held.open(text, "ats_1") == f"secret {number}"
    assert seal.opened == MANY + 5
    assert len(held._opened) <= MANY
    assert json.dumps(SECRET) not in repr(held) and "secret 3" not in repr(held)
