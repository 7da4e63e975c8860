"""Who hands in a form: how often from one place, by which number, with whose address."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from shared.domain.errors import Conflict, LinkNotFound
from shared.domain.ids import Slug
from shared.domain.registration import Registration, Signal
from shared.domain.rules import FIRST
from shared.table import keys
from shared.table.commit import Table
from tests.support.acts import let_in, person
from tests.support.builders import NOON, PEPPER, a_doorway, a_link
from tests.support.ruling import make, programme, rules
from tests.support.stores import Stores, on_table
from tests.unit.flows.registering import submit

PHONE = "+819012345678"


@pytest.fixture(autouse=True)
def _a_link(stores: Stores) -> None:
    let_in(stores)
    stores.links.add(a_link(), a_doorway())


def arrives(stores: Stores, n: int, seconds: float = 0, visitor: str = "phone") -> Registration:
    at = NOON + timedelta(seconds=seconds)
    return submit(stores, f"p{n}@example.org", name=f"reg_{n}", visitor=visitor, now=at)


def test_from_the_fifth_on_within_ten_minutes_somebody_looks(stores: Stores) -> None:
    made = [arrives(stores, n, seconds=n) for n in range(7)]
    assert [Signal.BURST in m.signals for m in made] == [False] * 4 + [True] * 3


def test_a_tenth_of_a_day_apart_nobody_does(stores: Stores) -> None:
    made = [arrives(stores, n, seconds=n * 151) for n in range(7)]
    assert not any(m.signals for m in made)


def test_places_are_counted_apart_and_so_are_links(stores: Stores) -> None:
    stores.links.add(a_link("other"), a_doorway("other"))
    made = [arrives(stores, n, visitor=f"place{n % 2}") for n in range(8)]
    made += [
        submit(stores, f"o{n}@example.org", name=f"reg_o{n}", slug="other", visitor="place0")
        for n in range(4)
    ]
    assert not any(m.signals for m in made)


def test_how_many_are_too_many_is_a_rule(stores: Stores) -> None:
    make(stores, rules(burst=2, burst_minutes=1))
    kept = programme(stores)
    made = [
        submit(
            stores,
            f"p{n}@example.org",
            name=f"reg_{n}",
            visitor="phone",
            programme=kept,
            now=NOON + timedelta(seconds=30 * n),
        )
        for n in range(2)
    ]
    assert [m.signals for m in made] == [(), (Signal.BURST,)]
    assert {m.rule_version for m in made} == {2}


def test_a_form_refused_is_no_visit(stores: Stores) -> None:
    with pytest.raises(LinkNotFound):
        submit(stores, slug="nobodys", visitor="phone")
    doorway, sighting = stores.arrivals.meet(
        Slug("acme-link"), person=person("ada"), visitor="phone", phone=None
    )
    assert (doorway.slug, sighting.seen, sighting.recent) == ("acme-link", 0, ())


class TestOnTheTable:
    @pytest.fixture
    def stores(self, table: Table) -> Stores:
        return on_table(table)

    def test_twelve_forms_at_once_are_told_apart_one_by_one(self, stores: Stores) -> None:
        """Whoever lost every try was not taken in; the others are counted exactly."""

        def one(n: int) -> Registration | None:
            try:
                return arrives(stores, n)
            except Conflict:
                return None

        with ThreadPoolExecutor(6) as crowd:
            made = [m for m in crowd.map(one, range(12)) if m]
        looked_at = [m for m in made if Signal.BURST in m.signals]
        assert len(made) - len(looked_at) == min(len(made), FIRST.burst - 1)

    def test_a_place_is_forgotten_soon_and_kept_without_its_address(
        self, stores: Stores, table: Table
    ) -> None:
        for n in range(9):
            arrives(stores, n, seconds=n)
        item = table.get(keys.burst("phone", Slug("acme-link"))) or {}
        assert (len(item["times"]), item["seen"]) == (FIRST.burst, 9)
        until = NOON + timedelta(seconds=8, minutes=FIRST.burst_minutes)
        assert item[keys.EXPIRES] == int(until.timestamp())

    @pytest.mark.parametrize(
        ("own", "owner", "found"),
        [(None, "cnd_1", True), ("cnd_2", "cnd_1", True), ("cnd_1", "cnd_1", False)],
    )
    def test_a_number_in_somebody_elses_file_is_a_signal_and_ones_own_is_none(
        self, stores: Stores, table: Table, own: str | None, owner: str, found: bool
    ) -> None:
        table.commit(table.new(keys.phone(PEPPER.phone(PHONE)), {"candidate_id": owner}))
        if own:
            table.commit(table.new(keys.whose_file(person("ada")), {"candidate_id": own}))
        assert (Signal.SAME_PHONE in submit(stores, phone=PHONE).signals) is found

    @pytest.mark.parametrize("own", ["cnd_1", "cnd_2"])
    def test_a_number_in_two_files_is_a_signal_for_both(
        self, stores: Stores, table: Table, own: str
    ) -> None:
        leads = {"candidate_id": "cnd_1", "files": ["cnd_1", "cnd_2"]}
        table.commit(table.new(keys.phone(PEPPER.phone(PHONE)), leads))
        table.commit(table.new(keys.whose_file(person("ada")), {"candidate_id": own}))
        assert Signal.SAME_PHONE in submit(stores, phone=PHONE).signals

    def test_a_number_nobody_gave_before_is_no_signal(self, stores: Stores) -> None:
        assert submit(stores, phone=PHONE).signals == ()

    def test_somebody_of_the_agency_is_looked_at(self, stores: Stores, table: Table) -> None:
        table.commit(table.new(keys.member(person("ada")), {"name": "Ada"}))
        assert submit(stores).signals == (Signal.MEMBER_ADDRESS,)

    def test_a_slug_longer_than_a_key_is_no_link(self, stores: Stores) -> None:
        with pytest.raises(LinkNotFound):
            submit(stores, slug="x" * 3000)
