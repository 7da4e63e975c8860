"""A candidate's own link counts as the link it is under does, whoever was told what, and when."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.click.flow import Visitor, click
from functions.reconcile.flow import look
from shared.company import links as flow
from shared.domain.ats_event import ReasonKind
from shared.domain.connection import Connection, Provider
from shared.domain.happening import Kind
from shared.domain.ids import CompanyId, LinkId, Slug
from shared.domain.link import Doorway, Link, LinkState, Visit
from shared.domain.registration import Reason, Registration, State
from shared.domain.void import LAST_LOOK
from shared.table import keys
from shared.table.commit import Table
from shared.table.connections import Connections
from tests.support import own_link
from tests.support.acts import let_in
from tests.support.builders import ACME, NOON, a_doorway, a_link
from tests.support.own_link import an_application, heard, mint
from tests.support.ruling import voids, works_off
from tests.support.stores import Stores, on_table
from tests.unit.flows.registering import found, submit, verify

HOUR = timedelta(hours=1)
AN_HOUR_ON = NOON + LAST_LOOK + timedelta(seconds=1)


@pytest.fixture
def stores(table: Table) -> Stores:
    return on_table(table)


@pytest.fixture(autouse=True)
def link(stores: Stores) -> Link:
    let_in(stores)
    made = a_link("ats-link", channel="ats")
    stores.links.add(made, a_doorway("ats-link"))
    return made


def comes(stores: Stores, slug: str, name: str = "ada", **more: object) -> Registration:
    """By this link, up to the typed code."""
    made = submit(stores, f"{name}@example.org", name=f"reg_{name}", slug=slug, **more)  # type: ignore[arg-type]
    verify(stores, made)
    return found(stores, made)


def closes(stores: Stores, link: Link, state: LinkState = LinkState.CLOSED) -> Link:
    changed = {"label": None, "state": state, "links": stores.links}
    return flow.change(ACME, link.link_id, written=lambda *_: stores.links, **changed)  # type: ignore[arg-type]


def excluded(stores: Stores, made: Registration) -> Reason | None:
    return found(stores, made).exclusion


def test_a_live_one_counts_under_the_connections_link(
    stores: Stores, table: Table, link: Link
) -> None:
    made = comes(stores, mint(table, link, "own"))
    assert (made.state, made.link_id) == (State.COUNTED, link.link_id)


def test_the_same_person_counts_once_however_often_they_come(
    stores: Stores, table: Table, link: Link
) -> None:
    slug = mint(table, link, "own")
    first, second = comes(stores, slug), submit(stores, name="reg_again", slug=slug)
    verify(stores, second)
    assert found(stores, first).state is State.COUNTED
    assert found(stores, second).state is State.NOT_COUNTED


@pytest.mark.parametrize(
    "times",
    [
        pytest.param({"rejected_at": None}, id="dormant"),
        pytest.param({"unrejected_at": NOON + HOUR}, id="asleep"),
        pytest.param({"hired_at": NOON}, id="closed"),
    ],
)
def test_one_that_is_not_live_serves_people_and_counts_nobody(
    stores: Stores, table: Table, link: Link, times: dict[str, Any]
) -> None:
    made = comes(stores, mint(table, link, "own", an_application(**times)))
    assert (made.state, made.exclusion) == (State.NOT_COUNTED, Reason.LINK_CLOSED)


def test_it_counts_from_the_rejection_on_and_no_more_once_it_is_undone(
    stores: Stores, table: Table, link: Link
) -> None:
    slug = mint(table, link, "own", an_application("app_1", rejected_at=None))
    assert excluded(stores, comes(stores, slug, "early")) is Reason.LINK_CLOSED
    heard(table, "app_1", Kind.REJECTED, NOON, reason_kind=ReasonKind.COMPANY)
    assert comes(stores, slug, "right").state is State.COUNTED
    heard(table, "app_1", Kind.UNREJECTED, NOON + HOUR)
    assert excluded(stores, comes(stores, slug, "late")) is Reason.LINK_CLOSED


def test_of_one_erased_at_the_source_the_link_ends_and_their_own_registration_stays(
    stores: Stores, table: Table, link: Link
) -> None:
    """With the agency it is theirs: they end it on their own page."""
    slug = mint(table, link, "own", an_application("app_1"))
    registered = comes(stores, slug)
    heard(table, "app_1", Kind.ERASED, NOON + HOUR)
    assert found(stores, registered) == registered
    assert excluded(stores, comes(stores, slug, "later")) is Reason.LINK_CLOSED


def test_once_the_connections_link_is_closed_none_under_it_counts(
    stores: Stores, table: Table, link: Link
) -> None:
    slug = mint(table, link, "own")
    closes(stores, link)
    made = comes(stores, slug)
    assert (made.state, made.exclusion) == (State.NOT_COUNTED, Reason.LINK_CLOSED)


def test_opened_again_those_under_it_count_again(stores: Stores, table: Table, link: Link) -> None:
    slug = mint(table, link, "own")
    closes(stores, closes(stores, link), LinkState.ACTIVE)
    assert comes(stores, slug).state is State.COUNTED


def test_a_new_url_of_the_connections_link_leaves_those_under_it_counting(
    stores: Stores, table: Table, link: Link
) -> None:
    slug = mint(table, link, "own")
    flow.rotate(
        ACME,
        link.link_id,
        Slug("ats-link-2"),
        links=stores.links,
        companies=stores.companies,
        written=lambda _: stores.links,
    )
    assert comes(stores, slug).state is State.COUNTED


def test_a_window_of_the_link_holds_who_comes_by_one_under_it(
    stores: Stores, table: Table, link: Link
) -> None:
    slug = mint(table, link, "own")
    voids(stores, link, NOON - HOUR, NOON + HOUR)
    made = comes(stores, slug)
    assert (made.state, made.exclusion) == (State.NOT_COUNTED, Reason.VOIDED_BY_COMPANY)


def test_a_window_that_is_over_holds_nobody(stores: Stores, table: Table, link: Link) -> None:
    slug = mint(table, link, "own")
    voids(stores, link, NOON - 2 * HOUR, NOON - HOUR)
    assert comes(stores, slug).state is State.COUNTED


def test_one_made_after_the_window_knows_it(stores: Stores, table: Table, link: Link) -> None:
    voids(stores, link, NOON - HOUR, NOON + HOUR)
    mint(table, stores.links.find(ACME, link.link_id), "own")
    assert stores.links.open(Slug("own")).exclusion(NOON) is Reason.VOIDED_BY_COMPANY


def test_who_came_before_the_window_was_made_is_judged_with_it(
    stores: Stores, table: Table, link: Link
) -> None:
    """Those who typed no code yet will not count; of three that have, the agency is asked."""
    slugs = [mint(table, link, f"own{n}") for n in range(3)]
    counted = [comes(stores, slug, slug) for slug in slugs]
    waits = submit(stores, "waits@example.org", name="reg_waits", slug=slugs[0])
    voids(stores, link, NOON - HOUR, NOON + HOUR)
    works_off(stores, AN_HOUR_ON)
    assert excluded(stores, waits) is Reason.VOIDED_BY_COMPANY
    asked, _ = table.inbox(keys.Inbox.REVERSALS, limit=9, after=None)
    assert {one["registration_id"] for one in asked} == {one.registration_id for one in counted}


def test_a_suspended_companys_count_nobody(stores: Stores, table: Table, link: Link) -> None:
    slug = mint(table, link, "own")
    table.commit(table.change(keys.tally(ACME), put={"active": False}))
    made = comes(stores, slug)
    assert (made.state, made.exclusion) == (State.NOT_COUNTED, None)


@dataclass
class Seen:
    """Clicks, by the link they are counted under."""

    links: list[LinkId] = field(default_factory=list)

    def count(self, company_id: CompanyId, link_id: LinkId, visit: Visit, at: datetime) -> None:
        self.links.append(link_id)


def test_a_visit_is_one_of_the_connections_link(stores: Stores, table: Table, link: Link) -> None:
    slug, seen = mint(table, link, "own"), Seen()
    visitor = Visitor("GET", "Mozilla/5.0 (iPhone)")
    click(slug, visitor, doorways=stores.links, clicks=seen, lost=lambda: None, now=NOON)
    assert seen.links == [link.link_id]


def test_the_books_of_a_company_with_a_connection_are_in_order(
    stores: Stores, table: Table, link: Link
) -> None:
    own = Connection(own_link.CONNECTED, ACME, Provider.GREENHOUSE, "x", LinkId("lnk_2"), NOON)
    second = a_link("second", link_id="lnk_2")
    Connections(table).add(own, second, a_doorway("second", link_id="lnk_2"))
    for n in range(11):
        comes(stores, mint(table, link, f"own{n}"), f"person{n}")
    heard(table, "app_own1", Kind.ERASED, NOON + HOUR)
    assert look(ACME, stores.books, NOON) == []


def test_it_is_no_link_of_the_companys_list(stores: Stores, table: Table, link: Link) -> None:
    mint(table, link, "own")
    listed, _ = stores.links.page(ACME, limit=9, after=None)
    assert [one.link_id for one in listed] == [LinkId("lnk_ats-link")]


def test_its_item_names_no_person(stores: Stores, table: Table, link: Link) -> None:
    kept = table.get(keys.doorway(mint(table, link, "own")))
    assert kept and kept.keys() - {"pk", "sk"} <= Doorway.__dataclass_fields__.keys()
