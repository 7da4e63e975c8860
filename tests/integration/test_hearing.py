"""Who of a company hears of its credits: whoever asked to, each once; else its contact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from functions.notify import handler
from shared.contracts.events import Event
from shared.domain.company_member import CompanyMember
from shared.domain.errors import MailRefused
from shared.domain.ids import PersonKey
from shared.domain.locale import Locale
from shared.domain.seat import CompanyRole
from shared.table.commit import Table
from shared.table.company_members import CompanyMembers
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, queued
from tests.support.builders import ACME, NOON
from tests.support.facts import granted, suspended, voided
from tests.support.stores import on_table
from tests.support.wired import wire

CONTACT = "saiyo@aozora.example"


@dataclass
class Post:
    """`refused`: the addresses it takes nothing for."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    refused: tuple[str, ...] = ()

    def send(self, to: str, subject: str, *_: str | Mapping[str, str]) -> None:
        if to in self.refused:
            raise MailRefused("not taken")
        self.sent.append((to, subject))

    @property
    def reached(self) -> list[str]:
        return [to for to, _ in self.sent]


@pytest.fixture
def post(table: Table, monkeypatch: pytest.MonkeyPatch) -> Post:
    made = Post()
    wire(monkeypatch, table, handler)
    monkeypatch.setenv("STAGE", "dev")
    monkeypatch.setenv("SITE", "https://relay.example")
    monkeypatch.setattr(handler, "post", lambda: made)
    let_in(on_table(table))
    return made


def hears(table: Table, name: str, locale: Locale = "ja", *, wants: bool = True) -> CompanyMember:
    member = CompanyMember(
        company_id=ACME,
        member_id=f"mem_{name}",
        person=PersonKey(f"person-{name}"),
        email=f"{name}@aozora.example",
        name=name,
        role=CompanyRole.VIEWER,
        since=NOON,
        locale=locale,
        hears_of_credits=wants,
    )
    table.commit(*CompanyMembers(table).added(member))
    return member


def tells(*facts: Event) -> list[Any]:
    """What comes again."""
    answer = handler.handle(queued(*facts), CONTEXT)
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


def test_each_who_asked_hears_once_in_their_language_and_nobody_else(
    table: Table, post: Post
) -> None:
    hears(table, "hana")
    hears(table, "ken", "en")
    hears(table, "taro", wants=False)
    assert tells(granted(1), granted(1)) == []
    subjects = dict(post.sent)
    assert sorted(post.reached) == ["hana@aozora.example", "ken@aozora.example"]
    assert "無料採用枠" in subjects["hana@aozora.example"]
    assert subjects["ken@aozora.example"].isascii()


def test_with_nobody_asking_it_goes_to_the_contact(table: Table, post: Post) -> None:
    hears(table, "taro", wants=False)
    assert tells(voided(1), voided(2)) == []
    assert post.reached == [CONTACT, CONTACT]


def test_what_is_not_about_credits_goes_to_the_contact_alone(table: Table, post: Post) -> None:
    hears(table, "hana")
    assert tells(suspended()) == []
    assert post.reached == [CONTACT]


def test_whose_mail_is_refused_keeps_it_from_nobody_and_hears_later(
    table: Table, post: Post
) -> None:
    hears(table, "hana")
    hears(table, "ken")
    post.refused = ("hana@aozora.example",)
    assert tells(granted(1)) == ["0"]
    assert post.reached == ["ken@aozora.example"]
    post.refused = ()
    assert tells(granted(1)) == []
    assert post.reached == ["ken@aozora.example", "hana@aozora.example"]


def test_who_asks_later_hears_of_what_comes(table: Table, post: Post) -> None:
    assert tells(granted(1)) == []
    hears(table, "hana")
    assert tells(voided(1)) == []
    assert post.reached == [CONTACT, "hana@aozora.example"]
