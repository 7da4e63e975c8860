"""What the logs ask of DynamoDB: three times a page at most, however many there are."""

from collections.abc import Callable, Iterator

import pytest

from shared.table.complaints import Complaints
from shared.table.rights import RightsRequests
from tests.integration.desk.by_hand.test_complaints import a_complaint
from tests.integration.desk.by_hand.test_rights import a_request
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.table import fresh_table

MOST = 3
SESSION = 1
MANY = 120
type Kept = tuple[str, Callable[[int], str]]


def complaints(desk: Desk) -> Kept:
    for n in range(MANY):
        Complaints(desk.table).add(a_complaint(n))
    return "/agency/complaints", lambda n: f"cpl_{n:04d}"


def rights(desk: Desk) -> Kept:
    for n in range(MANY):
        RightsRequests(desk.table).add(a_request(n))
    return "/agency/rights", lambda n: f"rgt_{n:04d}"


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(fresh_table(counted.client), monkeypatch)


def asks(ada: AtDesk, counted: Counted, path: str) -> str:
    counted.since()
    status, page = ada.reads(path)
    asked = counted.since()
    assert status == 200
    assert SESSION < len(asked) <= SESSION + MOST, asked
    return page


def turned(ada: AtDesk, counted: Counted, here: str) -> Iterator[str]:
    path = here
    while path:
        page = asks(ada, counted, path)
        yield page
        _, led, rest = page.partition(f'href="{here}?cursor=')
        path = f"{here}?cursor={rest.partition('"')[0]}" if led else ""


@pytest.mark.parametrize("kept", [complaints, rights])
def test_all_are_read_by_cursor_each_once(
    desk: Desk, counted: Counted, kept: Callable[[Desk], Kept]
) -> None:
    here, name = kept(desk)
    pages = list(turned(at_desk(desk.table), counted, here))
    assert len(pages) == 3
    for n in range(MANY):
        assert sum(f"{here}/{name(n)}" in page for page in pages) == 1


@pytest.mark.parametrize("kept", [complaints, rights])
def test_one_and_a_new_one_are_no_more(
    desk: Desk, counted: Counted, kept: Callable[[Desk], Kept]
) -> None:
    here, name = kept(desk)
    asks(at_desk(desk.table), counted, f"{here}/{name(7)}")
