"""What a company reads of people moves by three, and tells of one person nowhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.figures import ALL, COUNTED, SUBMITTED, Cell, Gathered, gather, shown

FIRST = date(2026, 3, 1)
NAMES = st.sampled_from([SUBMITTED, COUNTED])
SCOPES = st.sampled_from([ALL, "lnk_1"])
FACTS = st.lists(st.tuples(NAMES, st.integers(0, 40)), max_size=40)


def life(scope: str, facts: list[tuple[str, int]]) -> Iterator[tuple[Gathered, dict[Cell, int]]]:
    """Everything kept and everything shown, before the first fact and after each."""
    people, on = Counter[str](), dict[str, date]()
    cells = defaultdict[Cell, int](int)
    yield Gathered(scope, exists=False), {}
    for name, after in facts:
        made = gather(Gathered(scope, dict(people), dict(on)), [name], FIRST + timedelta(after))
        people[name] += 1
        on |= made.on
        for cell, more in made.shows.items():
            cells[cell] += more
        yield Gathered(scope, dict(people), dict(on)), dict(cells)


@given(SCOPES, FACTS)
def test_no_two_moments_differ_by_one_person_or_two_in_any_cell_or_any_sum(
    scope: str, facts: list[tuple[str, int]]
) -> None:
    moments = [cells for _, cells in life(scope, facts)]
    for before, after in product(moments, moments):
        for cell in before.keys() | after.keys():
            assert (after.get(cell, 0) - before.get(cell, 0)) % 3 == 0


@given(SCOPES, FACTS)
def test_what_is_shown_never_goes_back_and_is_all_there_were_but_the_newest(
    scope: str, facts: list[tuple[str, int]]
) -> None:
    waiting = 2 if scope == ALL else 3
    before: dict[Cell, int] = {}
    for kept, cells in life(scope, facts):
        assert all(cells[cell] >= people for cell, people in before.items())
        for name, people in kept.people.items():
            told = sum(n for (of, _), n in cells.items() if of == name)
            assert told == shown(people, scope)
            assert 0 <= people - told <= waiting
        before = cells


@given(SCOPES, FACTS)
def test_nobody_shows_before_the_day_they_came(scope: str, facts: list[tuple[str, int]]) -> None:
    """Up to no day are there more on the page than had come by then."""
    *_, (_, cells) = life(scope, facts)
    for (name, day), _ in cells.items():
        told = sum(n for (of, on), n in cells.items() if of == name and on <= day)
        assert told <= sum(of == name and FIRST + timedelta(after) <= day for of, after in facts)


@given(FACTS, st.randoms())
def test_the_sums_are_the_same_in_any_order(facts: list[tuple[str, int]], random: object) -> None:
    other = [*facts]
    random.shuffle(other)  # type: ignore[attr-defined]
    ends = [[*life("lnk_1", told)][-1] for told in (facts, other)]
    sums = [Counter({name: shown(k.people[name], "lnk_1") for name in k.people}) for k, _ in ends]
    assert sums[0] == sums[1]


def test_all_links_less_every_other_link_never_make_one_or_two_people_certain() -> None:
    """Whatever a company can conclude of its own links: of at least three people, or of none.

    Three links, up to nine people on each; what is shown is all there is to conclude from.
    """
    worlds = defaultdict[tuple[int, ...], list[tuple[int, ...]]](list)
    for people in product(range(10), repeat=3):
        seen = (shown(sum(people), ALL), *(shown(n, "lnk_1") for n in people))
        worlds[seen].append(people)
    for possible in worlds.values():
        for link in range(3):
            certain = min(people[link] for people in possible)
            assert certain == 0 or certain >= 3
        for one, other in ((0, 1), (0, 2), (1, 2)):
            certain = min(people[one] + people[other] for people in possible)
            assert certain == 0 or certain >= 3
