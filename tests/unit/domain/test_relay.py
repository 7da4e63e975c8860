"""What a company may see of its hiring partners."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.ids import CompanyId
from shared.domain.relay import Band, Direction, Edge, Named, Shown, shown
from tests.support.builders import ACME, a_company

MINE = a_company(ACME, shows_partners=True)
NAMES = [CompanyId(f"co_{n}") for n in range(4)]
PARTNERS = {
    name: a_company(
        name, name=f"会社{name}", industry="E", size_band="100-299", shows_partners=True
    )
    for name in NAMES
}
BAND = Band("E", "100-299")


def to(people: int, open_people: int, n: int = 0) -> Edge:
    return Edge(Direction.TO, NAMES[n], people, open_people)


def test_both_agreed_and_three_allowed_statistics_so_the_partner_has_a_name() -> None:
    assert shown(MINE, [to(5, 3)], PARTNERS) == [Shown(Direction.TO, Named("会社co_0"), 3)]


@pytest.mark.parametrize("mine, theirs", [(False, True), (True, False), (False, False)])
def test_one_who_did_not_agree_keeps_both_unnamed(mine: bool, theirs: bool) -> None:
    partners = {**PARTNERS, NAMES[0]: replace(PARTNERS[NAMES[0]], shows_partners=theirs)}
    me = replace(MINE, shows_partners=mine)
    assert shown(me, [to(3, 3)], partners) == [Shown(Direction.TO, BAND, 3)]


def test_under_three_who_allowed_it_there_is_no_name() -> None:
    assert shown(MINE, [to(3, 2)], PARTNERS) == [Shown(Direction.TO, BAND, 3)]


def test_under_three_people_there_is_nothing() -> None:
    assert shown(MINE, [to(2, 2)], PARTNERS) == []


def test_small_edges_of_one_kind_are_one() -> None:
    edges = [to(1, 1, 0), to(1, 0, 1), to(2, 1, 2)]
    assert shown(MINE, edges, PARTNERS) == [Shown(Direction.TO, BAND, 3)]


def test_the_two_directions_are_never_added_up() -> None:
    back = Edge(Direction.FROM, NAMES[0], 2, 2)
    assert shown(MINE, [to(2, 2), back], PARTNERS) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 3)).map(
            lambda t: to(max(t[0], t[1]), min(t[0], t[1]), t[2])
        )
    ),
    st.integers(0, 3),
)
def test_no_figure_shows_one_person_more(edges: list[Edge], n: int) -> None:
    """A figure is of at least 3, moves by 3, and one more joining moves it by no less."""
    before = {(row.direction, row.partner): row.candidates for row in shown(MINE, edges, PARTNERS)}
    more = [*edges, to(1, 0, n)]
    after = {(row.direction, row.partner): row.candidates for row in shown(MINE, more, PARTNERS)}
    assert all(count >= 3 and count % 3 == 0 for count in after.values())
    assert {after[key] - before.get(key, 0) for key in after} <= {0, 3}
