"""One fact, one mail; and none to an address that wants none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from functions.notify.flow import Due, notify
from shared.contracts.events import MailBounced
from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.errors import Conflict, MailRefused, Unavailable
from shared.domain.purpose import News
from shared.pages.letter import Rendered
from shared.pages.mail import WELCOME
from shared.table.mails import LEASE
from tests.support.acts import person
from tests.support.builders import NOON, PEPPER
from tests.support.fakes.memory import Memory
from tests.support.fakes.post import FakePost
from tests.support.placing import a_file
from tests.support.stores import Stores

DUE = Due(
    "welcome:reg_ada",
    "ada@example.org",
    lambda: Rendered("subject", "text", "<p>html</p>", WELCOME),
    {"mail": "welcome"},
)
BOUNCED = MailBounced(event_id="bounced:m1:0", occurred_at=NOON, kind="bounce")


def send(stores: Stores, post: FakePost, after: timedelta = timedelta(0)) -> bool:
    return notify(DUE, mails=stores.mails, post=post, secrecy=PEPPER, now=NOON + after)


def test_a_fact_told_twice_is_one_mail(stores: Stores) -> None:
    post = FakePost()
    assert [send(stores, post), send(stores, post)] == [True, False]
    assert post.sent == [("ada@example.org", "subject")]


def test_a_suppressed_address_gets_nothing_however_it_is_written(stores: Stores) -> None:
    stores.mails.suppress(person("ADA+news"), BOUNCED, NOON)
    post = FakePost()
    assert not send(stores, post)
    assert post.sent == []


def test_a_refused_mail_gives_the_right_back(stores: Stores) -> None:
    post = FakePost(refusing=True)
    with pytest.raises(MailRefused):
        send(stores, post)
    post.refusing = False
    assert send(stores, post)
    assert len(post.sent) == 1


def test_a_right_that_cannot_be_given_back_ends_with_its_lease(
    stores: Stores, memory: Memory
) -> None:
    memory.conflicts = 1
    with pytest.raises(MailRefused):
        send(stores, FakePost(refusing=True))
    assert memory.sent[DUE.fact] == ("sending", NOON + LEASE)


def test_a_mail_that_may_be_on_its_way_is_not_sent_again_before_its_lease_ends(
    stores: Stores, memory: Memory
) -> None:
    post = FakePost(silent=True)
    with pytest.raises(Unavailable):
        send(stores, post)
    assert memory.sent[DUE.fact] == ("sending", NOON + LEASE)
    post.silent = False
    with pytest.raises(Conflict):
        send(stores, post, LEASE - timedelta(milliseconds=1))
    assert send(stores, post, LEASE)


def test_while_another_attempt_is_at_it_nothing_is_sent(stores: Stores) -> None:
    stores.mails.begin(DUE.fact, NOON)
    post = FakePost()
    with pytest.raises(Conflict):
        send(stores, post, LEASE - timedelta(seconds=1))
    assert post.sent == []


def test_an_attempt_that_died_is_taken_over_after_its_lease(stores: Stores) -> None:
    stores.mails.begin(DUE.fact, NOON)
    post = FakePost()
    assert send(stores, post, LEASE)


def test_saying_it_is_out_meets_another_attempt_and_goes_through(
    stores: Stores, memory: Memory
) -> None:
    memory.conflicts = 3
    post = FakePost()
    assert send(stores, post)
    assert memory.sent[DUE.fact][0] == "sent"
    assert not send(stores, post, LEASE)


NEWS = News("https://relay.example/leave/x")
AGREED = Consents(text_version="test-1", method="form", news=True)


@pytest.mark.parametrize(
    ("reader", "sent"),
    [
        (a_file(consents=AGREED), True),
        (a_file(consents=AGREED, not_solicited_until=date(2026, 3, 2)), True),
        (a_file(consents=AGREED, not_solicited_until=date(2026, 3, 3)), False),
        (a_file(consents=AGREED, withdrawn_at=NOON), False),
        (a_file(), False),
        (None, False),
    ],
)
def test_news_goes_to_nobody_placed_by_us_whoever_made_it_due(
    stores: Stores, reader: CandidateFile | None, sent: bool
) -> None:
    post = FakePost()
    news = replace(DUE, letter=lambda: Rendered("s", "t", "h", NEWS), reader=reader)
    assert notify(news, mails=stores.mails, post=post, secrecy=PEPPER, now=NOON) is sent
    assert len(post.sent) == sent


def test_what_is_no_news_reaches_who_was_placed_too(stores: Stores) -> None:
    post = FakePost()
    due = replace(DUE, reader=a_file(not_solicited_until=date(2028, 3, 3)))
    assert notify(due, mails=stores.mails, post=post, secrecy=PEPPER, now=NOON)
