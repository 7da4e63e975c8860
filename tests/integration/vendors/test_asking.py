"""A connection is asked in its turn: all that changed is heard, once, whatever goes wrong."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise, repeat

import pytest

from functions.poll.flow import hand_out
from shared.connectors.wire import Wire
from shared.domain.application import Life
from shared.domain.asked import Asked
from shared.domain.connection import Connection, Provider
from shared.domain.errors import Conflict, NotFound
from shared.table.commit import Table
from shared.table.connections import Connections
from shared.table.marks import Marks
from tests.support.asked_vendors import CHANCE, AskedVendors, Handed
from tests.support.vendors import herp, talentio
from tests.support.vendors.serving import Reply, Served, Silent, serving

CONNECTED = datetime(2026, 4, 1, 2, 45, tzinfo=UTC)
NOW = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
OVER = {"terminatedAt": "2026-04-01T11:03:04+09:00"}
TEN = timedelta(minutes=10)


@pytest.fixture
def asked(table: Table) -> AskedVendors:
    return AskedVendors(table)


@pytest.fixture
def connection(asked: AskedVendors) -> Connection:
    return asked.connected(Provider.HERP, herp.KEY, CONNECTED)


@pytest.fixture
def fake() -> herp.FakeHerp:
    return herp.FakeHerp([herp.a_candidacy(n) for n in range(7)])


@pytest.fixture
def served(fake: herp.FakeHerp) -> Iterator[Served]:
    with serving(fake) as served:
        yield served


def ref(number: int) -> str:
    return str(herp.a_candidacy(number)["id"])


def lives(asked: AskedVendors, connection: Connection, count: int) -> list[Life | None]:
    found = (asked.application(connection, ref(n)) for n in range(count))
    return [application.life if application else None for application in found]


def test_who_applied_has_a_dormant_link_and_who_was_rejected_a_live_one(
    asked: AskedVendors, connection: Connection, fake: herp.FakeHerp, served: Served
) -> None:
    fake.candidacies[2] |= OVER
    asked.round(served.wire, NOW).ask(connection.connection_id)
    assert lives(asked, connection, 4) == [Life.DORMANT, Life.DORMANT, Life.LIVE, Life.DORMANT]
    assert asked.slug(connection, ref(2)) is not None


def test_what_is_read_again_changes_nothing_and_is_listed_once(
    asked: AskedVendors, connection: Connection, fake: herp.FakeHerp, served: Served
) -> None:
    fake.candidacies[2] |= OVER
    fake.candidacies[3] |= OVER | {"terminationReason": "候補者都合により辞退"}
    asked.round(served.wire, NOW).ask(connection.connection_id)
    before = [asked.slug(connection, ref(n)) for n in range(7)], asked.listed(connection)
    again = asked.round(served.wire, NOW + TEN).ask(connection.connection_id)
    assert again["heard"] == 9
    assert ([asked.slug(connection, ref(n)) for n in range(7)], asked.listed(connection)) == before
    assert len(before[1]) == 9
    assert ("ignored", "candidate_withdrew", "application.rejected") in before[1]


def test_a_turn_that_ended_in_the_middle_of_pages_goes_on_there(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    clock = chain([600.0], repeat(1.0))
    first = asked.round(served.wire, NOW, seconds_left=lambda: next(clock))
    assert first.ask(connection.connection_id)["pages"] == 1
    assert lives(asked, connection, 7).count(Life.DORMANT) == herp.A_PAGE
    asked.round(served.wire, NOW + TEN).ask(connection.connection_id)
    assert [q.query["page"] for q in served.asked] == ["1", "2", "3"]
    assert lives(asked, connection, 7) == [Life.DORMANT] * 7
    assert Marks(asked.table).find(connection.connection_id).mark.read_to == NOW


class Dies(Marks):
    """Heard, and gone before it was said how far."""

    def keep(self, before: Asked, after: Asked) -> None:
        raise KeyboardInterrupt


def test_who_dies_between_hearing_and_keeping_hears_it_again_to_no_effect(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    with pytest.raises(KeyboardInterrupt):
        asked.round(served.wire, NOW, marks=Dies(asked.table)).ask(connection.connection_id)
    before = asked.slug(connection, ref(0))
    asked.round(served.wire, NOW).ask(connection.connection_id)
    assert served.asked[0].query["page"] == served.asked[1].query["page"] == "1"
    assert asked.slug(connection, ref(0)) == before
    assert lives(asked, connection, 7) == [Life.DORMANT] * 7


def test_of_two_that_ask_at_once_the_slower_one_takes_nothing_back(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    marks = Marks(asked.table)
    slow = marks.find(connection.connection_id)
    asked.round(served.wire, NOW + TEN).ask(connection.connection_id)
    with pytest.raises(Conflict):
        marks.keep(slow, slow.read(slow.mark, None))
    assert marks.find(connection.connection_id).mark.read_to == NOW + TEN


def test_who_is_open_again_and_held_as_rejected_falls_asleep(
    asked: AskedVendors, connection: Connection, fake: herp.FakeHerp, served: Served
) -> None:
    fake.candidacies[2] |= OVER
    asked.round(served.wire, NOW).ask(connection.connection_id)
    fake.candidacies[2] |= {"terminatedAt": None, "updatedAt": "2026-04-01T12:05:00+09:00"}
    asked.round(served.wire, NOW + TEN).ask(connection.connection_id)
    assert lives(asked, connection, 3) == [Life.DORMANT, Life.DORMANT, Life.ASLEEP]


@pytest.mark.parametrize(
    ("status", "life"),
    [("fail", Life.LIVE), ("reject", Life.DORMANT), ("pass", Life.CLOSED)],
)
def test_at_talentio_fail_rejects_and_reject_is_the_candidates_own(
    asked: AskedVendors, status: str, life: Life
) -> None:
    connection = asked.connected(Provider.TALENTIO, talentio.KEY, CONNECTED)
    row = talentio.a_candidate(1, status=status)
    with serving(talentio.FakeTalentio([row])) as served:
        asked.round(served.wire, NOW).ask(connection.connection_id)
    application = asked.application(connection, str(row["id"]))
    assert application is not None
    assert application.life is life


def test_a_spent_limit_is_left_alone_until_it_is_there_again(
    asked: AskedVendors, connection: Connection, fake: herp.FakeHerp, served: Served
) -> None:
    fake.remaining = 0
    asked.round(served.wire, NOW).ask(connection.connection_id)
    asked.round(served.wire, NOW + timedelta(seconds=59)).ask(connection.connection_id)
    assert len(served.asked) == 1
    fake.remaining = 99
    asked.round(served.wire, NOW + timedelta(seconds=60)).ask(connection.connection_id)
    assert [q.query["page"] for q in served.asked] == ["1", "2", "3"]
    assert lives(asked, connection, 7) == [Life.DORMANT] * 7


def test_429_says_until_when(asked: AskedVendors, connection: Connection, served: Served) -> None:
    served.wrong.append(Reply(429, None, {"Retry-After": "3600"}))
    asked.round(served.wire, NOW).ask(connection.connection_id)
    asked.round(served.wire, NOW + timedelta(minutes=59)).ask(connection.connection_id)
    assert len(served.asked) == 1
    assert asked.hearings.health(connection.connection_id).ills == ()


def test_a_key_they_refuse_degrades_the_connection_until_they_take_it(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    served.wrong.append(Reply(403))
    asked.round(served.wire, NOW).ask(connection.connection_id)
    assert asked.hearings.health(connection.connection_id).trouble == "forbidden"
    asked.round(served.wire, NOW + TEN).ask(connection.connection_id)
    health = asked.hearings.health(connection.connection_id)
    assert (health.trouble, health.heard_at) == (None, NOW + TEN)


def test_a_removed_connection_is_neither_listed_nor_asked(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    stores, found = Connections(asked.table), Connections(asked.table).find
    before = found(connection.connection_id)
    stores.remove(before, replace(before, removed_at=NOW, access=None))
    asked.round(served.wire, NOW).ask(connection.connection_id)
    assert served.asked == []
    assert list(Marks(asked.table).due(NOW + TEN)) == []
    with pytest.raises(NotFound):
        Marks(asked.table).find(connection.connection_id)


def test_a_vendor_that_says_nothing_delays_nobody_else(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    """Turns travel one by one: neither fails, waits for, or loses the other's."""
    other = asked.connected(Provider.TALENTIO, talentio.KEY, CONNECTED)
    handed = Handed()
    hand_out(marks=Marks(asked.table), turns=handed, now=NOW, chance=CHANCE)
    assert sorted(name for name, _ in handed.turns) == sorted(
        [connection.connection_id, other.connection_id]
    )
    served.wrong.extend([Silent()] * 3)
    asked.round(served.wire, NOW).ask(connection.connection_id)
    with serving(talentio.FakeTalentio([talentio.a_candidate(1)])) as quick:
        asked.round(quick.wire, NOW).ask(other.connection_id)
    assert asked.application(other, str(talentio.a_candidate(1)["id"])) is not None
    assert asked.application(connection, ref(0)) is None


def test_each_has_a_turn_every_ten_to_fifteen_minutes(
    asked: AskedVendors, connection: Connection
) -> None:
    marks, turns = Marks(asked.table), list[datetime]()
    for run in range(12):
        now, handed = NOW + run * TEN, Handed()
        hand_out(marks=marks, turns=handed, now=now, chance=CHANCE)
        turns += [now + max(after, timedelta()) for _, after in handed.turns]
    gaps = [later - earlier for earlier, later in pairwise(turns)]
    assert len(gaps) >= 7
    assert all(TEN <= gap <= timedelta(minutes=15) for gap in gaps)
    assert len(set(gaps)) > 1


def test_nobody_has_the_same_turn_twice(asked: AskedVendors, connection: Connection) -> None:
    marks = Marks(asked.table)
    [(name, seen)] = marks.due(NOW)
    assert marks.turn(name, seen, NOW + TEN)
    assert not marks.turn(name, seen, NOW + TEN)


def test_neither_key_nor_person_is_in_what_is_kept(
    asked: AskedVendors, connection: Connection, fake: herp.FakeHerp, served: Served
) -> None:
    fake.candidacies[2] |= OVER | {"terminationReason": "花子さんは笑顔"}
    asked.round(served.wire, NOW).ask(connection.connection_id)
    kept = str(list(asked.table.partition(f"CONNECTION#{connection.connection_id}")))
    assert ref(2) in kept
    for word in (*map(str, herp.PERSON.values()), herp.KEY, "笑顔"):
        assert word == "29" or word not in kept


def test_the_wire_is_not_asked_where_no_key_is(asked: AskedVendors, served: Served) -> None:
    keyless = asked.connected(Provider.HERP, "", CONNECTED)
    assert asked.round(served.wire, NOW).ask(keyless.connection_id) == {}
    assert served.asked == []
    assert isinstance(served.wire, Wire)
