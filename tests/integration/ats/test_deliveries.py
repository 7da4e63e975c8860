"""Deliveries: known again for 30 days, listed with their reason, and what they add up to."""

import io
import json
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from functions.receive import handler as reader
from shared.ats.sampled import samples
from shared.ats.signing import Signed
from shared.ats.vendors import VENDORS
from shared.domain.connection_health import REFUSALS, Ill
from shared.domain.errors import Conflict, Unavailable
from shared.domain.listed import KEPT, Listed, Outcome
from shared.table.applications import Applications
from shared.table.hearings import REFUSED_LISTED_AN_HOUR, Hearings
from tests.support.asking import CONTEXT
from tests.support.stores import on_table
from tests.support.vendors_post import OTHER, Post


def facts(post: Post, detail_type: str) -> int:
    return [one.detail_type for one in on_table(post.table).waiting()].count(detail_type)


@pytest.mark.parametrize("vendor", sorted(VENDORS))
def test_a_replay_is_answered_200_and_does_nothing(post: Post, vendor: str) -> None:
    connection = post.connect(vendor)
    sent = post.sample(vendor, next(iter(samples(vendor))))
    for _ in range(3):
        assert post.post(sent, connection)["statusCode"] == 200
        assert post.read() == []
    [row] = post.listed(connection)
    assert (row.repeats, row.repeated_at) == (2, post.now)


def test_all_at_once_it_is_one_too(post: Post) -> None:
    connection, sent = post.connect("greenhouse"), post.sample("greenhouse", "rejected")
    for _ in range(25):
        post.post(sent, connection)
    assert post.read() == []
    assert len(post.listed(connection)) == 1
    assert len(post.doorways(connection)) == 1
    assert facts(post, "ApplicationRejected") == 1


def test_the_queue_handing_it_over_twice_is_no_replay(post: Post) -> None:
    connection = post.connect("greenhouse")
    post.post(post.sample("greenhouse", "rejected"), connection)
    messages = list(post.queue.messages)
    assert post.read_these(messages * 3) == []
    [row] = post.listed(connection)
    assert row.repeats == 0


def test_after_thirty_days_the_same_key_is_a_delivery_again(post: Post) -> None:
    """Whatever time to live did until then."""
    connection, sent = post.connect("greenhouse"), post.sample("greenhouse", "rejected")
    for wait in (timedelta(), KEPT - timedelta(seconds=1), timedelta(seconds=2)):
        post.now += wait
        post.post(sent, connection)
        assert post.read() == []
    newest, first = post.listed(connection)
    assert (newest.outcome, newest.reason) == (Outcome.IGNORED, "nothing_new")
    assert (first.outcome, first.repeats) == (Outcome.APPLIED, 1)


@pytest.mark.parametrize("broken", [Conflict, Unavailable])
def test_what_could_not_be_written_comes_again_and_counts_once(
    post: Post, monkeypatch: pytest.MonkeyPatch, broken: type[Exception]
) -> None:
    connection = post.connect("greenhouse")
    post.post(post.sample("greenhouse", "rejected"), connection)
    messages = list(post.queue.messages)
    with monkeypatch.context() as patch:
        patch.setattr(Applications, "step", _raises(broken))
        assert post.read() == ["0"]
    assert post.listed(connection) == []
    assert post.read_these(messages) == []
    assert [row.outcome for row in post.listed(connection)] == [Outcome.APPLIED]
    assert facts(post, "ApplicationRejected") == 1


def test_killed_between_hearing_and_listing_it_is_heard_once_and_listed(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = post.connect("greenhouse")
    post.post(post.sample("greenhouse", "rejected"), connection)
    messages = list(post.queue.messages)
    with monkeypatch.context() as patch:
        patch.setattr(Hearings, "note", _raises(Unavailable))
        assert post.read() == ["0"]
    assert len(post.doorways(connection)) == 1
    assert post.read_these(messages) == []
    assert len(post.listed(connection)) == 1
    assert len(post.doorways(connection)) == 1
    assert facts(post, "ApplicationRejected") == 1


def test_one_that_fails_leaves_the_others_alone(post: Post) -> None:
    connection = post.connect("greenhouse")
    post.post(post.sample("greenhouse", "rejected"), connection)
    assert post.read_these(["{}", *post.queue.messages]) == ["0"]
    assert len(post.listed(connection)) == 1


def test_a_message_nobody_can_read_is_not_quoted(post: Post, log: io.StringIO) -> None:
    records = [{"messageId": "0", "body": '{"said": "山田花子"}', "eventSource": "aws:sqs"}]
    assert reader.handle({"Records": records}, CONTEXT)["batchItemFailures"]
    assert "unhandled" in log.getvalue() and "山田" not in log.getvalue()


def test_the_list_is_the_newest_first_page_by_page(post: Post) -> None:
    connection = post.connect("greenhouse")
    for _ in range(7):
        post.now += timedelta(seconds=1)
        post.deliver("greenhouse", "ping", connection)
    found: list[Listed] = []
    after = None
    for _ in range(4):
        page, after = Hearings(post.table).page(connection.connection_id, limit=2, after=after)
        found += page
    assert after is None and len(found) == 7
    assert all(new.received_at > old.received_at for new, old in pairwise(found))


def test_every_ignored_delivery_is_listed_with_its_reason(post: Post) -> None:
    connection = post.connect("greenhouse")
    for raw in (b"{", b'{"action":"offer_created","payload":{}}', b'{"action":"hire_candidate"}'):
        post.post(post.signed("greenhouse", raw), connection)
    post.deliver("greenhouse", "prospect", connection) if "prospect" in samples(
        "greenhouse"
    ) else post.read()
    rows = post.listed(connection)
    assert {row.outcome for row in rows} == {Outcome.IGNORED}
    assert {"not_json", "event_not_followed", "no_application_named"} <= {r.reason for r in rows}


def test_a_flood_nobody_signed_does_not_fill_the_table(post: Post) -> None:
    connection = post.connect("greenhouse")
    for number in range(REFUSED_LISTED_AN_HOUR + 15):
        post.now += timedelta(milliseconds=7)
        raw = json.dumps({"action": "ping", "n": number}).encode()
        assert post.post(post.signed("greenhouse", raw, OTHER), connection)["statusCode"] == 401
    before = len(post.everything())
    assert post.read() == []
    assert len(post.listed(connection)) == REFUSED_LISTED_AN_HOUR
    assert len(post.everything()) <= before + REFUSED_LISTED_AN_HOUR + 3
    health = Hearings(post.table).health(connection.connection_id)
    assert health.refusals == REFUSED_LISTED_AN_HOUR + 15
    post.now += timedelta(hours=1)
    post.post(post.signed("greenhouse", b"{}", OTHER), connection)
    assert post.read() == []
    assert len(post.listed(connection)) == REFUSED_LISTED_AN_HOUR + 1


def test_nor_does_a_flood_of_handshakes_and_none_of_them_mends_a_connection(post: Post) -> None:
    """They are not signed."""
    connection = post.connect("smartrecruiters")
    for _ in range(REFUSALS):
        post.post(post.signed("smartrecruiters", b"{}", OTHER), connection)
    assert post.read() == []
    for number in range(REFUSED_LISTED_AN_HOUR + 5):
        post.post(Signed(b"%d" % number, {"X-Hook-Secret": "guess"}), connection)
    assert post.read() == []
    assert len(post.listed(connection)) == REFUSED_LISTED_AN_HOUR
    assert Hearings(post.table).health(connection.connection_id).ills == (Ill.REFUSED,)


def test_refusals_in_a_row_degrade_a_connection_once_and_a_good_one_mends_it(post: Post) -> None:
    connection = post.connect("greenhouse")
    for spell in range(2):
        for _ in range(REFUSALS + 2):
            post.now += timedelta(seconds=1)
            post.post(post.signed("greenhouse", b"{}", OTHER), connection)
        assert post.read() == []
        health = Hearings(post.table).health(connection.connection_id)
        assert (health.ills, health.refused_why) == ((Ill.REFUSED,), "wrong_signature")
        assert facts(post, "ConnectionDegraded") == spell + 1
        post.deliver("greenhouse", "ping", connection)
        mended = Hearings(post.table).health(connection.connection_id)
        assert (mended.ills, mended.heard_at) == ((), post.now)


def test_a_delivery_in_one_minute_with_another_writes_nothing_of_how_it_goes(post: Post) -> None:
    """A bulk rejection is no crowd at one item."""
    connection = post.connect("greenhouse")
    post.deliver("greenhouse", "ping", connection)
    first = Hearings(post.table).standing(connection.connection_id, None, post.now)
    for name in ("created", "rejected"):
        post.now += timedelta(seconds=20)
        post.deliver("greenhouse", name, connection)
    assert Hearings(post.table).standing(connection.connection_id, None, post.now) == first
    post.now += timedelta(seconds=21)
    post.post(Signed(b"{}", {}), connection)
    post.deliver("greenhouse", "hired", connection)
    health = Hearings(post.table).health(connection.connection_id)
    assert (health.heard_at, health.refusals) == (post.now, 0)


def _raises(error: type[Exception]) -> Any:
    def raises(*_: object, **__: object) -> None:
        raise error("not now")

    return raises
