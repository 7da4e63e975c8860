"""An application's link stands in its vendor's field; what the vendor will not take is listed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from functions.write_back.flow import TRIES, Came
from shared.domain.ats_event import ApplicationEvent, Kind
from shared.domain.connection import Connection, Provider
from shared.domain.connection_health import Ill
from shared.table.commit import Table
from shared.table.connections import Connections
from tests.support.asked_vendors import SITE, AskedVendors
from tests.support.vendors import ashby, greenhouse
from tests.support.vendors.greenhouse import FakeGreenhouse, an_application
from tests.support.vendors.serving import Reply, Served, Silent, serving

NOW = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
REF = "265293"
SETTINGS = {"client_id": greenhouse.CLIENT, "name_key": greenhouse.RELAY_URL}


@pytest.fixture
def asked(table: Table) -> AskedVendors:
    return AskedVendors(table)


@pytest.fixture
def fake() -> FakeGreenhouse:
    return FakeGreenhouse([an_application()])


@pytest.fixture
def served(fake: FakeGreenhouse) -> Iterator[Served]:
    with serving(fake) as served:
        yield served


@pytest.fixture
def connection(asked: AskedVendors) -> Connection:
    made = asked.connected(Provider.GREENHOUSE, greenhouse.SECRET, NOW, SETTINGS)
    asked.hears(made, ApplicationEvent(Kind.CREATED, REF, occurred_at=NOW), NOW)
    return made


def write(
    asked: AskedVendors, served: Served, connection: Connection, tried: int = 1, ref: str = REF
) -> Came | timedelta:
    fact = asked.created(connection, ref, NOW)
    return asked.writing(served.wire, NOW).write(fact, tried)


def test_the_applications_own_link_stands_in_the_field(
    asked: AskedVendors, connection: Connection, fake: FakeGreenhouse, served: Served
) -> None:
    assert write(asked, served, connection) is Came.WRITTEN
    url = f"{SITE}/r/{asked.slug(connection, REF)}"
    assert fake.applications[0]["custom_fields"][greenhouse.RELAY_URL]["value"] == url


def test_the_same_fact_again_sends_nothing(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    write(asked, served, connection)
    assert write(asked, served, connection) is Came.STOOD_THERE
    assert [q.method for q in served.asked if q.path != "/token"] == ["GET", "PATCH", "GET"]


def test_a_token_is_fetched_once_for_many(
    asked: AskedVendors, connection: Connection, fake: FakeGreenhouse, served: Served
) -> None:
    writing, fact = asked.writing(served.wire, NOW), asked.created(connection, REF, NOW)
    for _ in range(3):
        writing.write(fact, 1)
    assert fake.tokens == 1


def test_a_company_sees_which_of_its_mails_print_the_field(
    asked: AskedVendors, connection: Connection, fake: FakeGreenhouse, served: Served
) -> None:
    kind = {"type": "candidate_rejection"}
    fake.templates = [
        {"id": 1, "name": "書類", "html_body": "<a href='{{RELAY_URL}}'>", **kind},
        {"id": 2, "name": "面接", "html_body": "またのご縁を", **kind},
    ]
    found = asked.vendors(served.wire).templates(connection, NOW)
    assert isinstance(found, tuple)
    assert [(one.name, one.prints_url) for one in found] == [("書類", True), ("面接", False)]
    keyless = asked.connected(Provider.GREENHOUSE, "", NOW, SETTINGS)
    assert asked.vendors(served.wire).templates(keyless, NOW) is None


def test_ashby_is_written_to_as_well(asked: AskedVendors) -> None:
    made = asked.connected(Provider.ASHBY, ashby.KEY, NOW, {"field_id": ashby.FIELD})
    asked.hears(made, ApplicationEvent(Kind.CREATED, ashby.APPLICATION, occurred_at=NOW), NOW)
    with serving(fake := ashby.FakeAshby()) as served:
        assert write(asked, served, made, ref=ashby.APPLICATION) is Came.WRITTEN
    assert fake.values[ashby.APPLICATION] == f"{SITE}/r/{asked.slug(made, ashby.APPLICATION)}"


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [
        (Reply(429, None, {"Retry-After": "600"}), timedelta(minutes=10)),
        (Reply(429, None, {"Retry-After": "1"}), timedelta(minutes=1)),
        (Reply(503), timedelta(minutes=1)),
        (Silent(), timedelta(minutes=1)),
    ],
    ids=["600 s", "1 s", "503", "silent"],
)
def test_what_may_pass_goes_back_to_the_queue_for_a_fitting_while(
    asked: AskedVendors,
    connection: Connection,
    served: Served,
    wrong: Reply | Silent,
    wait: timedelta,
) -> None:
    served.wrong.append(wrong)
    assert write(asked, served, connection) == wait
    assert asked.hearings.health(connection.connection_id).ills == ()
    assert write(asked, served, connection, 2) is Came.WRITTEN


def test_each_try_waits_longer_and_the_last_one_is_listed(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    served.wrong.extend([Reply(503)] * TRIES)
    waits = [write(asked, served, connection, tried) for tried in range(1, TRIES + 1)]
    minutes = [timedelta(minutes=n) for n in (1, 5, 30, 120)]
    assert waits == [*minutes, Came.NOT_WRITTEN]
    assert asked.listed(connection)[-1] == ("not_written", "try_again", "application.link")
    assert asked.hearings.health(connection.connection_id).ills == ()


def test_a_key_they_refuse_degrades_and_is_listed_once(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    served.wrong.extend([Reply(403)] * 2)
    assert [write(asked, served, connection) for _ in range(2)] == [Came.NOT_WRITTEN] * 2
    assert asked.listed(connection) == [("not_written", "forbidden", "application.link")]
    assert asked.hearings.health(connection.connection_id).ills == (Ill.ACCESS,)
    assert write(asked, served, connection) is Came.WRITTEN
    assert asked.hearings.health(connection.connection_id).ills == ()


def test_an_application_they_no_longer_have_is_listed_and_harms_nobody(
    asked: AskedVendors, connection: Connection, fake: FakeGreenhouse, served: Served
) -> None:
    fake.applications.clear()
    assert write(asked, served, connection) is Came.NOT_WRITTEN
    assert asked.listed(connection) == [("not_written", "gone", "application.link")]
    assert asked.hearings.health(connection.connection_id).ills == ()


def test_who_loses_other_fields_is_written_to_no_more(
    asked: AskedVendors, connection: Connection, fake: FakeGreenhouse, served: Served
) -> None:
    fake.keeps_others = False
    assert write(asked, served, connection) is Came.NOT_WRITTEN
    assert Connections(asked.table).find(connection.connection_id).access is None
    count = len(served.asked)
    assert write(asked, served, connection) is Came.NOTHING
    assert len(served.asked) == count
    assert asked.hearings.health(connection.connection_id).trouble == "fields_lost"


def test_nothing_is_written_for_who_has_no_link_or_is_gone(
    asked: AskedVendors, connection: Connection, served: Served
) -> None:
    assert write(asked, served, connection, ref="999") is Came.NOTHING
    private = ApplicationEvent(Kind.CREATED, "7", occurred_at=NOW, confidential=True)
    asked.hears(connection, private, NOW)
    assert write(asked, served, connection, ref="7") is Came.NOTHING
    asked.hears(connection, ApplicationEvent(Kind.HIRED, REF, occurred_at=NOW), NOW)
    assert write(asked, served, connection) is Came.NOTHING
    assert served.asked == []
