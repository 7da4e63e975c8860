"""A mail nobody waits for at night goes in the morning: neither dropped nor sent twice."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from functions.notify.flow import Due, notify
from functions.sweep.flow import sweep
from shared.contracts.events import AdviserAssigned
from shared.domain.outbox import Said
from shared.domain.tokyo import TOKYO
from shared.pages.letter import Rendered
from shared.pages.mail import WELCOME
from tests.support.builders import NOON, PEPPER
from tests.support.fakes.outbox import FakeVoice
from tests.support.fakes.post import FakePost
from tests.support.stores import Stores

FACT = AdviserAssigned(event_id="adviser:cnd_ada:1", occurred_at=NOON, candidate_id="cnd_ada")
AT_ONCE = Due(
    FACT.event_id,
    "ada@example.org",
    lambda: Rendered("subject", "text", "<p>html</p>", WELCOME),
    {"mail": "adviser"},
)
BY_DAY = replace(AT_ONCE, waits_for_day=FACT)
NIGHT = datetime(2026, 3, 2, 21, tzinfo=TOKYO)
MORNING = datetime(2026, 3, 3, 8, tzinfo=TOKYO)
SECOND = timedelta(seconds=1)


def hear(stores: Stores, post: FakePost, now: datetime, due: Due = BY_DAY) -> bool:
    return notify(due, mails=stores.mails, post=post, secrecy=PEPPER, now=now)


def swept(stores: Stores, now: datetime) -> list[Said]:
    voice = FakeVoice()
    sweep(older_than=timedelta(0), outbox=stores.outbox, voice=voice, now=now)
    return voice.heard


@pytest.mark.parametrize(
    ("hour", "sent"), [("20:59:59", True), ("21:00", False), ("07:59:59", False), ("08:00", True)]
)
def test_it_goes_by_day_and_waits_at_night(stores: Stores, hour: str, sent: bool) -> None:
    post = FakePost()
    now = datetime.fromisoformat(f"2026-03-02T{hour}+09:00")
    assert hear(stores, post, now) is sent
    assert len(post.sent) == int(sent)
    assert len([*stores.waiting()]) == int(not sent)


def test_what_somebody_waits_for_goes_at_night(stores: Stores) -> None:
    post = FakePost()
    assert hear(stores, post, NIGHT, AT_ONCE)
    assert len(post.sent) == 1


def test_it_is_said_again_at_eight_and_not_before(stores: Stores) -> None:
    hear(stores, FakePost(), NIGHT)
    assert swept(stores, MORNING) == []
    [said] = swept(stores, MORNING + SECOND)
    assert AdviserAssigned.model_validate_json(said.detail) == FACT
    assert (said.detail_type, said.to) == ("AdviserAssigned", "bus")


def test_heard_often_at_night_it_is_one_mail_in_the_morning(stores: Stores) -> None:
    post = FakePost()
    for minutes in range(0, 660, 60):
        assert not hear(stores, post, NIGHT + timedelta(minutes=minutes))
    assert len(swept(stores, MORNING + SECOND)) == 1
    assert swept(stores, MORNING + SECOND) == []
    assert [hear(stores, post, MORNING), hear(stores, post, MORNING)] == [True, False]
    assert len(post.sent) == 1


def test_a_morning_that_could_not_say_it_leaves_it_for_the_next_minute(stores: Stores) -> None:
    hear(stores, FakePost(), NIGHT)
    deaf = FakeVoice(deaf_to={FACT.event_id})
    now = MORNING + SECOND
    held = sweep(older_than=timedelta(0), outbox=stores.outbox, voice=deaf, now=now)
    assert held == (0, 1)
    assert len(swept(stores, now)) == 1


def test_one_that_comes_again_the_night_after_its_mail_is_no_second_mail(stores: Stores) -> None:
    post = FakePost()
    assert hear(stores, post, NIGHT - SECOND)
    assert not hear(stores, post, NIGHT)
    swept(stores, MORNING + SECOND)
    assert not hear(stores, post, MORNING)
    assert len(post.sent) == 1
