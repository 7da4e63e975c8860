"""Who let go and who hired: an edge counts each joining once, however often it is told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace

import pytest

from shared.domain.consent import Consents
from shared.domain.errors import Conflict
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.relay import Direction, Edge
from shared.table import keys
from shared.table.commit import Table
from shared.table.relays import Relays
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, named
from tests.support.recommending import Desk, a_file, an_order
from tests.support.stores import on_table

SILENT = Consents(text_version="test-1", method="form", statistics=False)


@pytest.fixture
def desk(table: Table) -> Desk:
    stores = on_table(table)
    let_in(stores)
    let_in(stores, BOLT)
    return Desk(table)


def hire(desk: Desk, name: str, let_go_by: tuple[CompanyId, ...] = (ACME,), **file: object) -> str:
    """The recommendation of somebody who joined BOLT."""
    rec, job = RecommendationId(f"rec_{name}"), JobOrderId(named("job", name))
    desk.posts(an_order(job_order_id=job))
    filed = a_file(name, let_go_by=let_go_by, **file)
    desk.files(filed)
    desk.asks(filed.candidate_id, rec, job=job, confirmed=True)
    desk.answers(True, filed.candidate_id, rec)
    desk.recommends(rec, job=job)
    desk.joins(rec, job=job)
    return name


def tells(desk: Desk, name: str) -> bool:
    return desk.relays(RecommendationId(f"rec_{name}"), JobOrderId(named("job", name)))


def edges(desk: Desk, company_id: CompanyId) -> list[Edge]:
    return list(Relays(desk.table).edges(company_id))


def test_a_joining_forms_an_edge_at_both_ends_and_says_so(desk: Desk) -> None:
    assert tells(desk, hire(desk, "ada"))
    assert edges(desk, ACME) == [Edge(Direction.TO, BOLT, 1, 1)]
    assert edges(desk, BOLT) == [Edge(Direction.FROM, ACME, 1, 1)]
    assert f"relay:{ACME}:{BOLT}" in on_table(desk.table).said()


def test_a_joining_told_twice_is_one_person(desk: Desk) -> None:
    hire(desk, "ada")
    assert [tells(desk, "ada") for _ in range(3)] == [True, False, False]
    assert edges(desk, ACME)[0].people == 1


def test_more_people_are_more_and_the_edge_is_said_once(desk: Desk) -> None:
    for name in ("ada", "grace"):
        tells(desk, hire(desk, name))
    tells(desk, hire(desk, "mary", consents=SILENT))
    assert edges(desk, ACME) == [Edge(Direction.TO, BOLT, 3, 2)]
    said = [name for name in on_table(desk.table).said() if name.startswith("relay:")]
    assert said == [f"relay:{ACME}:{BOLT}"]


def test_who_allows_statistics_is_asked_when_they_joined_and_not_before(desk: Desk) -> None:
    hire(desk, "ada")
    _says(desk, "ada", statistics=False)
    tells(desk, "ada")
    assert edges(desk, ACME) == [Edge(Direction.TO, BOLT, 1, 0)]
    hire(desk, "grace", consents=SILENT)
    _says(desk, "grace", statistics=True)
    tells(desk, "grace")
    assert edges(desk, ACME) == [Edge(Direction.TO, BOLT, 2, 1)]
    _says(desk, "grace", statistics=False)
    tells(desk, "grace")
    assert edges(desk, ACME) == [Edge(Direction.TO, BOLT, 2, 1)]


def _says(desk: Desk, name: str, *, statistics: bool) -> None:
    consents = asdict(replace(SILENT, statistics=statistics))
    key = keys.candidate_file(a_file(name).candidate_id)
    desk.table.commit(desk.table.change(key, put={"consents": consents}))


def test_many_told_at_once_are_all_counted_once(desk: Desk) -> None:
    names = [hire(desk, f"person{n}") for n in range(5)]

    def tell(name: str) -> bool:
        for _ in range(9):
            try:
                return tells(desk, name)
            except Conflict:  # as the queue does: deliver again
                continue
        return False

    with ThreadPoolExecutor(6) as crowd:
        told = list(crowd.map(tell, names * 3))
    assert told.count(True) == len(names)
    assert edges(desk, BOLT) == [Edge(Direction.FROM, ACME, 5, 5)]


def test_nobody_is_their_own_partner_and_who_came_by_himself_has_none(desk: Desk) -> None:
    assert not tells(desk, hire(desk, "ada", (BOLT,)))
    assert not tells(desk, hire(desk, "grace", ()))
    assert edges(desk, BOLT) == []


def test_a_joining_nobody_knows_is_nothing(desk: Desk) -> None:
    assert not tells(desk, "nobody")


def test_a_wish_to_be_named_is_kept(desk: Desk) -> None:
    relays = Relays(desk.table)
    relays.show_partners(ACME, True)
    found = relays.companies(ACME, BOLT, ACME)
    assert {name: of.shows_partners for name, of in found.items()} == {ACME: True, BOLT: False}
    relays.show_partners(ACME, False)
    assert not relays.companies(ACME)[ACME].shows_partners
