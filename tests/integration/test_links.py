"""A company's links and the doorways their slugs open."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from shared.company import links as flow
from shared.domain.company import CompanyState
from shared.domain.errors import Conflict, LinkNotFound, StateForbids
from shared.domain.ids import LinkId, Slug
from shared.domain.link import Link, LinkState
from shared.table import keys
from tests.support.acts import SAID
from tests.support.builders import ACME, BOLT, NOON, a_company, a_doorway, a_link
from tests.support.fakes.memory import Memory
from tests.support.stores import Stores, in_memory, on_table
from tests.support.table import fresh_table


def add(stores: Stores, link: Link) -> Link:
    stores.links.add(link, flow.doorway_of(link, a_company(link.company_id)))
    return link


def changes(
    links: Any, link_id: LinkId, label: str | None = None, state: LinkState | None = None
) -> Link:
    return flow.change(
        ACME, link_id, label=label, state=state, links=links, written=lambda *_: links
    )


@dataclass
class Late:
    """Links, but who looks first sees them as they were."""

    links: Any
    seen: list[Link]

    def find(self, *asked: Any) -> Any:
        return self.seen.pop() if self.seen else self.links.find(*asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.links, name)


def test_a_link_and_its_doorway_come_back_as_they_went_in(stores: Stores) -> None:
    link = add(stores, a_link(channel="mail", stage="最終", closes_at=NOON + timedelta(days=9)))
    assert stores.links.find(ACME, link.link_id) == link
    assert stores.links.open(link.slug) == a_doorway(closes_at=link.closes_at)


def test_an_unknown_slug_opens_nothing(stores: Stores) -> None:
    with pytest.raises(LinkNotFound):
        stores.links.open(Slug("nobody"))


def test_another_companys_link_is_not_found(stores: Stores) -> None:
    link = add(stores, a_link())
    with pytest.raises(LinkNotFound):
        stores.links.find(BOLT, link.link_id)


def test_pages_hold_one_companys_links_in_order(stores: Stores) -> None:
    for name in ("c", "a", "b"):
        add(stores, a_link(name))
    add(stores, a_link("z", BOLT))
    first, cursor = stores.links.page(ACME, limit=2, after=None)
    rest, end = stores.links.page(ACME, limit=2, after=cursor)
    assert [link.link_id for link in [*first, *rest]] == ["lnk_a", "lnk_b", "lnk_c"]
    assert end is None


def test_a_closed_link_still_opens_and_counts_nobody(stores: Stores) -> None:
    link = add(stores, a_link())
    closed = changes(stores.links, link.link_id, state=LinkState.CLOSED)
    assert stores.links.find(ACME, link.link_id) == closed
    assert not stores.links.open(link.slug).counts(NOON)


def test_a_new_label_leaves_the_doorway_open(stores: Stores) -> None:
    link = add(stores, a_link())
    changes(stores.links, link.link_id, "最終面接")
    assert stores.links.find(ACME, link.link_id).label == "最終面接"
    assert stores.links.open(link.slug).counts(NOON)


def test_a_label_it_has_already_is_kept_and_noted_nowhere() -> None:
    stores = in_memory(Memory())
    link = add(stores, a_link())
    wish: Any = {"label": link.label, "state": link.state, "links": stores.links}
    assert flow.change(ACME, link.link_id, **wish, written=lambda *_: pytest.fail()) == link


def test_rotating_opens_a_new_doorway_and_closes_the_old_one(stores: Stores) -> None:
    link = add(stores, a_link("old"))
    after = link.rotated(Slug("new"))
    stores.links.rotate(link, after, flow.doorway_of(after, a_company()))
    assert stores.links.find(ACME, link.link_id).slug == "new"
    assert stores.links.open(Slug("new")).counts(NOON)
    assert not stores.links.open(Slug("old")).counts(NOON)


def test_two_rotations_at_once_are_one_and_a_conflict(stores: Stores) -> None:
    link = add(stores, a_link("old"))
    after, late = link.rotated(Slug("new")), link.rotated(Slug("newer"))
    stores.links.rotate(link, after, flow.doorway_of(after, a_company()))
    with pytest.raises(Conflict):
        stores.links.rotate(link, late, flow.doorway_of(late, a_company()))
    with pytest.raises(LinkNotFound):
        stores.links.open(Slug("newer"))


def test_a_change_decided_before_a_rotation_is_a_conflict(stores: Stores) -> None:
    link = add(stores, a_link("old"))
    after = link.rotated(Slug("new"))
    stores.links.rotate(link, after, flow.doorway_of(after, a_company()))
    with pytest.raises(Conflict):
        stores.links.change(link, replace(link, state=LinkState.CLOSED))
    assert stores.links.open(Slug("new")).counts(NOON)


def test_a_rename_decided_before_a_closing_is_a_conflict(stores: Stores) -> None:
    link = add(stores, a_link())
    changes(stores.links, link.link_id, state=LinkState.CLOSED)
    with pytest.raises(Conflict):
        stores.links.change(link, replace(link, label="最終面接"))
    assert stores.links.find(ACME, link.link_id) == replace(link, state=LinkState.CLOSED)
    assert not stores.links.open(link.slug).counts(NOON)


def test_closed_while_being_renamed_a_link_is_renamed_and_stays_closed(stores: Stores) -> None:
    link = add(stores, a_link())
    late: Any = Late(stores.links, [link])
    changes(stores.links, link.link_id, state=LinkState.CLOSED)
    renamed = changes(late, link.link_id, "最終面接")
    assert renamed == replace(link, label="最終面接", state=LinkState.CLOSED)
    assert stores.links.find(ACME, link.link_id) == renamed
    assert not stores.links.open(link.slug).counts(NOON)
    assert late.seen == [], "it was read once too early, and again"


def test_renamed_while_being_rotated_a_link_is_both_and_answered_once(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", None, SAID)
    link = add(stores, a_link("old"))
    late: Any = Late(stores.links, [link])
    changes(stores.links, link.link_id, "最終面接")
    rotated = flow.rotate(
        ACME,
        link.link_id,
        Slug("new"),
        links=late,
        companies=stores.companies,
        written=lambda _: late,
    )
    assert rotated == replace(link, label="最終面接").rotated(Slug("new"))
    assert stores.links.find(ACME, link.link_id) == rotated
    assert not stores.links.open(Slug("old")).counts(NOON)


def test_a_link_nobody_made_cannot_be_changed(stores: Stores) -> None:
    with pytest.raises(LinkNotFound):
        changes(stores.links, LinkId("lnk_x"), "x")


@pytest.mark.parametrize("where", ["memory", "table"])
def test_a_company_that_left_makes_and_rotates_no_link(
    where: str, request: pytest.FixtureRequest
) -> None:
    kept_in = Memory() if where == "memory" else fresh_table(request.getfixturevalue("dynamodb"))
    stores = in_memory(kept_in) if isinstance(kept_in, Memory) else on_table(kept_in)
    stores.companies.ask(a_company(), "visitor", None, SAID)
    link = add(stores, a_link())
    if isinstance(kept_in, Memory):
        kept_in.companies[ACME] = replace(a_company(), state=CompanyState.LEFT)
    else:
        kept_in.commit(kept_in.change(keys.company(ACME), put={"state": CompanyState.LEFT}))
    with pytest.raises(StateForbids) as refused:
        add(stores, a_link("another"))
    assert refused.value.state == "left"
    with pytest.raises(StateForbids):
        flow.rotate(
            ACME,
            link.link_id,
            Slug("new"),
            links=stores.links,
            companies=stores.companies,
            written=lambda _: stores.links,
        )
    assert stores.links.open(link.slug).counts(NOON)
