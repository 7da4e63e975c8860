"""What a thin delivery leaves out is asked for with the company's key, or it says why not."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind
from shared.domain.connection import Connection, Provider
from shared.domain.errors import Unavailable
from shared.domain.listed import Unread
from shared.look_ups import LookUps
from shared.table.commit import Table
from tests.support.asked_vendors import AskedVendors
from tests.support.vendors import lever, smartrecruiters, teamtailor
from tests.support.vendors.serving import Reply, Served, Silent, Vendor, serving

NOW = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
REJECTED = ApplicationEvent(
    Kind.REJECTED, lever.OPPORTUNITY, occurred_at=NOW, reason_ref=lever.UNDERQUALIFIED
)


class Looking:
    def __init__(self, asked: AskedVendors, served: Served) -> None:
        self.now = NOW
        vendors = asked.vendors(served.wire)
        self.up = LookUps(vendors, asked.pepper.tenant, lambda: self.now)


@pytest.fixture
def asked(table: Table) -> AskedVendors:
    return AskedVendors(table)


def tailor(asked: AskedVendors, key: str = teamtailor.KEY) -> Connection:
    return asked.connected(Provider.TEAMTAILOR, key, NOW)


def test_what_changed_is_read(asked: AskedVendors) -> None:
    recruiters = asked.connected(Provider.SMARTRECRUITERS, smartrecruiters.KEY, NOW)
    cases: list[tuple[Vendor, Connection, str | None, str | None]] = [
        (teamtailor.FakeTeamtailor(), tailor(asked), "2", None),
        (smartrecruiters.FakeSmartRecruiters(), recruiters, None, smartrecruiters.LINK),
    ]
    for vendor, connection, ref, link in cases:
        with serving(vendor) as served:
            found = Looking(asked, served).up.changed(connection, ref, link)
        assert not isinstance(found, Unread)
        last = found[-1]
        assert isinstance(last, ApplicationEvent)
        assert (last.kind, last.reason_kind) == (Kind.REJECTED, ReasonKind.COMPANY)


def test_a_reason_is_read(asked: AskedVendors) -> None:
    connection = asked.connected(Provider.LEVER, lever.KEY, NOW)
    with serving(lever.FakeLever()) as served:
        event = Looking(asked, served).up.reasoned(connection, REJECTED)
    assert isinstance(event, ApplicationEvent)
    assert event.reason_kind is ReasonKind.COMPANY


def test_without_a_key_it_says_so_and_nobody_is_asked(asked: AskedVendors) -> None:
    with serving(teamtailor.FakeTeamtailor()) as served:
        looking = Looking(asked, served)
        assert looking.up.changed(tailor(asked, ""), "2", None) is Unread.NO_KEY
        keyless = asked.connected(Provider.LEVER, "", NOW)
        assert looking.up.reasoned(keyless, REJECTED) is Unread.NO_KEY
    assert served.asked == []


@pytest.mark.parametrize(
    ("wrong", "unread"),
    [
        (Reply(403), Unread.FORBIDDEN),
        (Reply(404), Unread.GONE),
        (Reply(422), Unread.REFUSED),
        (Reply(200, "<html>"), Unread.UNREADABLE),
    ],
    ids=["403", "404", "422", "html"],
)
def test_what_trying_again_does_not_mend_is_listed_by_its_name(
    asked: AskedVendors, wrong: Reply, unread: Unread
) -> None:
    with serving(teamtailor.FakeTeamtailor()) as served:
        served.wrong.append(wrong)
        assert Looking(asked, served).up.changed(tailor(asked), "2", None) is unread


@pytest.mark.parametrize(
    ("wrong", "alone_s"),
    [(Silent(), 30), (Reply(502), 30), (Reply(429, None, {"Retry-After": "120"}), 120)],
    ids=["silent", "502", "429"],
)
def test_who_does_not_answer_is_left_alone_and_keeps_nobody_else_waiting(
    asked: AskedVendors, wrong: Reply | Silent, alone_s: int
) -> None:
    slow, other = tailor(asked), tailor(asked)
    with serving(teamtailor.FakeTeamtailor()) as served:
        served.wrong.append(wrong)
        looking = Looking(asked, served)
        for _ in range(3):
            with pytest.raises(Unavailable):
                looking.up.changed(slow, "2", None)
        assert len(served.asked) == 1
        assert not isinstance(looking.up.changed(other, "2", None), Unread)
        looking.now = NOW + timedelta(seconds=alone_s)
        assert not isinstance(looking.up.changed(slow, "2", None), Unread)


def test_the_key_is_asked_with_in_the_connections_own_name(asked: AskedVendors) -> None:
    """What was sealed for one company's connection opens for no other."""
    mine, other = tailor(asked), tailor(asked, "another")
    with serving(teamtailor.FakeTeamtailor()) as served:
        looking = Looking(asked, served)
        assert looking.up.changed(other, "2", None) is Unread.FORBIDDEN
        assert not isinstance(looking.up.changed(mine, "2", None), Unread)
