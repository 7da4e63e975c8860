"""No page about companies asks DynamoDB more than three times beside the session's request."""

import pytest

from shared.domain.member import Role
from tests.integration.desk.test_adjustments import earned
from tests.support.acts import count, let_in
from tests.support.builders import ACME, BOLT, NOON, a_doorway, a_link
from tests.support.counting import Counted
from tests.support.desk import ADA, HANAKO, Desk, at_desk, desk_over
from tests.support.table import fresh_table

MOST = 3
HERE = f"/agency/companies/{ACME}"


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Of a company with many of everything."""
    desk = desk_over(fresh_table(counted.client), monkeypatch)
    earned(desk, 3)
    let_in(desk.stores, BOLT)
    for n in range(12):
        desk.stores.links.add(a_link(f"link{n}"), a_doorway(f"link{n}"))
        desk.posts(f"/companies/{ACME}/notes", {"text": f"call {n}"}, by=ADA if n % 2 else HANAKO)
        desk.posts(f"/companies/{ACME}/adjustments", {"amount": 1, "reason": f"{n}"})
    desk.posts(f"/companies/{BOLT}/suspend", {"reason": "x"})
    return desk


@pytest.mark.parametrize(
    "path",
    [
        "/agency/companies",
        "/agency/companies?state=active",
        "/agency/companies?state=suspended",
        HERE,
        *(f"{HERE}/{part}" for part in ("links", "credits", "ledger", "counted")),
        f"{HERE}/counted?month={NOON:%Y-%m}",
        "/agency/adjustments",
    ],
)
def test_a_page_asks_three_times_at_most(desk: Desk, counted: Counted, path: str) -> None:
    taro = at_desk(desk.table, Role.MANAGER)
    counted.since()
    assert taro.reads(path)[0] == 200
    session, *asked = counted.since()
    assert session
    assert 0 < len(asked) <= MOST, asked


def test_what_a_reversal_would_do_is_known_by_three_at_a_milestone_and_by_one_beside(
    desk: Desk, counted: Counted
) -> None:
    ada, first = at_desk(desk.table), count(desk.stores, "one more")
    path = f"{HERE}/counted/{first.registration_id}"
    for asks, more in ((1, 9), (3, 0)):
        counted.since()
        assert ada.reads(path)[0] == 200
        assert len(counted.since()) - 1 == asks
        for n in range(more):
            count(desk.stores, f"another {n}")
