"""Which mails went out, and which addresses want none."""

from datetime import timedelta

import pytest

from shared.contracts.events import MailBounced
from shared.domain.errors import AlreadyDone, Conflict
from shared.table.mails import LEASE
from tests.support.acts import person
from tests.support.builders import NOON
from tests.support.stores import Stores

FACT = "granted:co_acme:1"
BOUNCED = MailBounced(event_id="bounced:m1:0", occurred_at=NOON, kind="bounce")


def test_a_mail_sent_is_never_begun_again(stores: Stores) -> None:
    assert stores.mails.begin(FACT, NOON)
    stores.mails.done(FACT)
    assert not stores.mails.begin(FACT, NOON)
    assert not stores.mails.begin(FACT, NOON + timedelta(days=700))


def test_while_one_attempt_holds_it_others_conflict(stores: Stores) -> None:
    assert stores.mails.begin(FACT, NOON)
    with pytest.raises(Conflict):
        stores.mails.begin(FACT, NOON + LEASE - timedelta(milliseconds=1))


def test_an_attempt_that_never_ended_is_taken_over_after_its_lease(stores: Stores) -> None:
    assert stores.mails.begin(FACT, NOON)
    assert stores.mails.begin(FACT, NOON + LEASE)
    with pytest.raises(Conflict):
        stores.mails.begin(FACT, NOON + LEASE)


def test_a_refused_mail_may_be_begun_at_once(stores: Stores) -> None:
    assert stores.mails.begin(FACT, NOON)
    stores.mails.failed(FACT, NOON)
    assert stores.mails.begin(FACT, NOON)


def test_a_suppressed_address_stays_so_and_is_said_once(stores: Stores) -> None:
    assert not stores.mails.is_suppressed(person("ada"))
    stores.mails.suppress(person("ada"), BOUNCED, NOON)
    with pytest.raises(AlreadyDone):
        stores.mails.suppress(person("ada"), BOUNCED, NOON)
    assert stores.mails.is_suppressed(person("ada"))
    assert not stores.mails.is_suppressed(person("bob"))
    assert stores.said() == ["bounced:m1:0"]
