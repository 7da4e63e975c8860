"""Whom an adviser is to write to, and what their pages ask of the table."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.table.commit import Table
from tests.support.counting import Counted
from tests.support.desk import AtDesk, at_desk, desk_over
from tests.support.recommending import ADA, Desk, a_file
from tests.support.table import fresh_table

HERE = "/agency/candidates"


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def table(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Table:
    found = fresh_table(counted.client)
    desk_over(found, monkeypatch)
    return found


@pytest.fixture
def ada(table: Table) -> AtDesk:
    return at_desk(table)


def asked(counted: Counted, adviser: AtDesk, path: str) -> list[str]:
    """Beside the session's."""
    counted.since()
    assert adviser.reads(path)[0] == 200
    return counted.since()[1:]


def test_the_overdue_come_first_and_are_marked(table: Table, ada: AtDesk) -> None:
    now = datetime.now(UTC)
    Desk(table).files(a_file("bob", contact_by=now + timedelta(days=1)))
    Desk(table).files(a_file("ada", contact_by=now - timedelta(days=1)))
    page = ada.reads(HERE)[1]
    assert page.index("Ada") < page.index("期限を過ぎています") < page.index("Bob")
    assert page.count("期限を過ぎています") == 1
    assert 'href="/agency/search">ほかの方を検索する</a>' in page


def test_sixty_who_wait_are_two_pages_of_one_request_each(
    table: Table, ada: AtDesk, counted: Counted
) -> None:
    now = datetime.now(UTC)
    for n in range(60):
        Desk(table).files(a_file(f"p{n:02}", contact_by=now + timedelta(hours=n)))
    assert asked(counted, ada, HERE) == ["Query"]
    page = ada.reads(HERE)[1]
    query = page.partition(f"{HERE}?cursor=")[2].partition('"')[0]
    later = ada.reads(f"{HERE}?cursor={query}")[1]
    found = [name for name in (f"P{n:02}" for n in range(60)) if f"<bdi>{name}<" in page + later]
    assert len(found) == 60
    assert later.count('<tr><th scope="row">') == 10


def test_a_file_is_three_requests_the_members_and_a_note(
    table: Table, ada: AtDesk, counted: Counted
) -> None:
    Desk(table).files(a_file())
    assert asked(counted, ada, f"{HERE}/{ADA}") == [
        "Query",
        "Query",
        "TransactWriteItems",
        "Query",
    ]
    for part in ("messages", "history"):
        assert asked(counted, ada, f"{HERE}/{ADA}/{part}") == [
            "Query",
            "TransactGetItems",
            "TransactWriteItems",
        ]


def test_a_cursor_we_did_not_give_is_refused(ada: AtDesk) -> None:
    assert ada.reads(f"{HERE}?cursor=x")[0] == 422
