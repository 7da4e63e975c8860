"""An impatient caller's second request gets the first one's answer, and does nothing."""

from dataclasses import replace

import pytest

from shared.company import links as flow
from shared.domain.errors import Answered, CompanyNotFound, IdempotencyMismatch, LinkNotFound
from shared.domain.ids import CompanyId, Slug
from shared.domain.once import KEPT, Once, Reply
from shared.table.commit import Table
from shared.table.links import Links
from tests.support.builders import ACME, BOLT, NOON, a_company, a_doorway, a_link
from tests.support.stores import Stores

ONCE = Once("public", "key", "request", NOON + KEPT)
FIRST, SECOND = Reply(201, '{"company_id": "co_1"}'), Reply(201, '{"company_id": "co_2"}')
ANOTHER = CompanyId("co_another")


def test_the_same_request_is_answered_as_before(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", ONCE, FIRST)
    with pytest.raises(Answered) as answered:
        stores.companies.ask(a_company(ANOTHER), "visitor", ONCE, SECOND)
    assert answered.value.reply == FIRST
    with pytest.raises(CompanyNotFound):
        stores.companies.find(ANOTHER)


def test_the_same_key_for_another_request_is_refused(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", ONCE, FIRST)
    other = replace(ONCE, request_digest="other")
    with pytest.raises(IdempotencyMismatch):
        stores.companies.ask(a_company(ANOTHER), "visitor", other, SECOND)
    with pytest.raises(CompanyNotFound):
        stores.companies.find(ANOTHER)


def test_another_callers_same_key_is_another_key(stores: Stores) -> None:
    one, other = replace(ONCE, scope=ACME), replace(ONCE, scope=BOLT)
    stores.companies.ask(a_company(), "visitor", one, FIRST)
    stores.companies.ask(a_company(ANOTHER), "visitor", other, SECOND)
    assert stores.companies.find(ANOTHER).company_id == ANOTHER


def test_without_a_key_every_request_is_a_new_one(stores: Stores) -> None:
    stores.companies.ask(a_company(), "visitor", None, FIRST)
    stores.companies.ask(a_company(ANOTHER), "visitor", None, SECOND)
    assert stores.companies.find(ANOTHER).company_id == ANOTHER


def test_rotating_twice_with_one_key_rotates_once(table: Table) -> None:
    link, links = a_link("old"), Links(table)
    links.add(link, a_doorway("old"))
    after = link.rotated(Slug("new"))
    first = Links(table.along(*table.answer(ONCE, FIRST)))
    first.rotate(link, after, flow.doorway_of(after, a_company()))
    again = after.rotated(Slug("newer"))
    with pytest.raises(Answered) as answered:
        second = Links(table.along(*table.answer(ONCE, SECOND)))
        second.rotate(after, again, flow.doorway_of(again, a_company()))
    assert answered.value.reply == FIRST
    with pytest.raises(LinkNotFound):
        links.open(Slug("newer"))
