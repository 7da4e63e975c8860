"""Applications, who applied, and the doorways of their links, as the table keeps them."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from shared import mint
from shared.company.links import doorway_of
from shared.contracts.events import ApplicationCreated
from shared.domain.applicant import Applicant
from shared.domain.application import Application
from shared.domain.application_news import Ignored
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.connection import Connection, Provider
from shared.domain.errors import Conflict, LinkNotFound
from shared.domain.happening import Happening, Kind
from shared.domain.ids import ApplicationId, ConnectionId, LinkId, Slug
from shared.domain.link import Doorway, LinkState
from shared.hearing import About, Ears, step
from shared.table.applications import Applications
from shared.table.commit import Table
from shared.table.links import Links
from tests.support.acts import let_in
from tests.support.builders import ACME, NOON, PEPPER, a_company, a_doorway, a_link
from tests.support.stores import Stores, on_table

ATS, APP = ConnectionId("ats_1"), ApplicationId("app_1")
LINK = a_link("ats-link", channel="ats")
CONNECTION = Connection(ATS, ACME, Provider.GREENHOUSE, "Greenhouse", LINK.link_id, NOON)
NEW = Application(APP, ACME, ATS, "265293", "c0ffee", created_at=NOON)
NOBODY = Applicant(ATS, "c0ffee")
REJECTED = Happening(Kind.REJECTED, NOON, ReasonKind.COMPANY, Stage.FINAL_INTERVIEW)
CREATED = Happening(Kind.CREATED, NOON - timedelta(days=9))
CREATED_FACT = ApplicationCreated(
    event_id="application:app_1:created",
    occurred_at=NOON,
    company_id=ACME,
    connection_id=ATS,
    application_id=APP,
)


@pytest.fixture
def relay(table: Table) -> Stores:
    stores = on_table(table)
    let_in(stores)
    stores.links.add(LINK, doorway_of(LINK, a_company()))
    return stores


def kept(table: Table, **of: Any) -> Applications:
    store = Applications(table)
    fact = CREATED_FACT if of.get("doorway") else None
    store.step(None, of.get("as_", NEW), who=of.get("who"), doorway=of.get("doorway"), fact=fact)
    return store


def test_an_application_comes_back_as_it_went_in(table: Table) -> None:
    full = replace(
        NEW,
        rejected_at=NOON + timedelta(milliseconds=7),
        unrejected_at=NOON + timedelta(days=1),
        stage=Stage.OFFER,
        confidential=True,
    )
    store = kept(table, as_=full)
    found, who = store.find(ATS, APP)
    assert found is not None and who is None
    assert (found.application, found.version, found.slug) == (full, 1, None)


def test_nobody_heard_of_it_or_of_whoever_applied(table: Table) -> None:
    assert Applications(table).find(ATS, APP, "c0ffee") == (None, NOBODY)
    assert Applications(table).applicant(ATS, "c0ffee") == NOBODY


def test_a_step_keeps_the_doorway_the_applicant_and_the_fact(table: Table) -> None:
    door = a_doorway("abc", state=LinkState.CLOSED)
    store = kept(table, who=NOBODY, doorway=door)
    found, who = store.find(ATS, APP, "c0ffee")
    assert found is not None and found.slug == "abc"
    assert who == replace(NOBODY, applications=(APP,), version=1)
    assert Links(table).open(Slug("abc")) == replace(door, is_candidates=True)
    assert on_table(table).said() == [CREATED_FACT.event_id]


def test_the_door_follows_the_application(table: Table) -> None:
    store = kept(table, doorway=a_doorway("abc", state=LinkState.CLOSED))
    before, _ = store.find(ATS, APP)
    assert before is not None
    live = replace(NEW, rejected_at=NOON)
    store.step(before, live, who=None, doorway=None, fact=None)
    assert Links(table).open(Slug("abc")).state is LinkState.ACTIVE
    after, _ = store.find(ATS, APP)
    assert after is not None and (after.version, after.slug) == (2, "abc")
    store.step(after, replace(live, hired_at=NOON), who=None, doorway=None, fact=None)
    assert Links(table).open(Slug("abc")).state is LinkState.CLOSED


def test_whoever_read_it_before_another_wrote_has_to_read_again(table: Table) -> None:
    store = kept(table)
    before, _ = store.find(ATS, APP)
    for _ in range(2):
        with pytest.raises(Conflict):
            store.step(None, NEW, who=None, doorway=None, fact=None)
    store.step(before, replace(NEW, rejected_at=NOON), who=None, doorway=None, fact=None)
    with pytest.raises(Conflict):
        store.step(before, replace(NEW, hired_at=NOON), who=None, doorway=None, fact=None)


def test_so_has_whoever_read_the_applicant_before_they_were_erased(table: Table) -> None:
    store = Applications(table)
    store.erased(NOBODY, NOON)
    with pytest.raises(Conflict):
        store.step(None, NEW, who=NOBODY, doorway=a_doorway("abc"), fact=None)
    assert store.find(ATS, APP) == (None, None)
    with pytest.raises(LinkNotFound):
        Links(table).open(Slug("abc"))
    assert store.applicant(ATS, "c0ffee").erased_at == NOON


@dataclass
class Late:
    """Applications, but while it is decided another one writes first."""

    applications: Applications
    meanwhile: list[Any] = field(default_factory=list)

    def find(self, *of: Any) -> Any:
        found = self.applications.find(*of)
        while self.meanwhile:
            self.meanwhile.pop()()
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self.applications, name)


def ears(applications: Any, table: Table) -> Ears:
    return Ears(applications, Links(table), PEPPER, mint.slug)


def test_two_at_once_mint_one_link(relay: Stores, table: Table) -> None:
    plain, about = ears(Applications(table), table), About(APP, "265293", "c0ffee")
    late = Late(Applications(table), [lambda: step(CONNECTION, about, CREATED, ears=plain)])
    heard = step(CONNECTION, about, REJECTED, ears=ears(late, table))
    found, who = Applications(table).find(ATS, APP, "c0ffee")
    assert found is not None and who is not None
    assert (found.slug, found.version) == (heard.slug, 2)
    assert who.applications == (APP,)
    door = relay.links.open(Slug(str(heard.slug)))
    assert (door.state, door.link_id) == (LinkState.ACTIVE, LinkId("lnk_ats-link"))


def test_one_heard_of_while_its_person_is_erased_is_forgotten(relay: Stores, table: Table) -> None:
    store, about = Applications(table), About(APP, "265293", "c0ffee")
    late = Late(store, [lambda: store.erased(NOBODY, NOON)])
    heard = step(CONNECTION, about, REJECTED, ears=ears(late, table))
    assert (heard.ignored, heard.slug) == (Ignored.ERASED_AT_SOURCE, None)
    found, _ = store.find(ATS, APP)
    assert found is not None and found.application.erased_at == NOON
    assert not any(said.startswith("application:") for said in relay.said())


def test_a_closed_door_is_minted_for_what_is_not_rejected_yet(relay: Stores, table: Table) -> None:
    heard = step(CONNECTION, About(APP), CREATED, ears=ears(Applications(table), table))
    door: Doorway = relay.links.open(Slug(str(heard.slug)))
    assert not door.counts(NOON)
    assert door.company_name == a_company().name
