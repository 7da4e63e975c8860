"""Rules made later, registrations made under them, and whoever judges what was held."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from functions.judge.flow import Judge
from shared.company.voids import void
from shared.counting import settle
from shared.domain.edition import Edition
from shared.domain.ids import CompanyId
from shared.domain.link import Link
from shared.domain.registration import Reason, Registration, State
from shared.domain.rules import FIRST, Rules
from shared.domain.void import Span, VoidWindow
from shared.ports.programme import Programme
from shared.programme import Remembered
from shared.verdicts import accept, refuse
from tests.support.acts import person
from tests.support.builders import ACME, NOON, PEPPER, a_registration
from tests.support.facts import submitted
from tests.support.stores import Stores

DAY = timedelta(days=1)


def rules(version: int = 2, effective_from: datetime = NOON, **changed: Any) -> Rules:
    return replace(FIRST, version=version, effective_from=effective_from, **changed)


def programme(stores: Stores) -> Programme:
    return Remembered(stores.rulebook)


def make(stores: Stores, made: Rules) -> None:
    stores.rulebook.add(Edition(made, NOON, "key_1"))


def hands_in(
    stores: Stores,
    name: str = "ada",
    company_id: CompanyId = ACME,
    at: datetime = NOON,
    **changed: Any,
) -> Registration:
    """By the rules in force then."""
    version = programme(stores).at(at).version
    made = a_registration(name, company_id, submitted_at=at, rule_version=version, **changed)
    stores.registrations.submit(made, person(name), submitted(made))
    return made


def types_code(stores: Stores, made: Registration, at: datetime = NOON) -> State:
    key = PEPPER.person(made.candidate.email)
    settle(made, key, referrals=stores.referrals, programme=programme(stores), now=at)
    return state(stores, made)


def state(stores: Stores, made: Registration) -> State:
    return stores.registrations.find(made.registration_id).state


def accepts(stores: Stores, made: Registration, at: datetime = NOON) -> State:
    return accept(
        made.registration_id,
        registrations=stores.registrations,
        written=lambda _: stores.referrals,
        secrecy=PEPPER,
        programme=programme(stores),
        now=at,
    )


def refuses(stores: Stores, made: Registration, reason: Reason = Reason.OUT_OF_SCOPE) -> State:
    return refuse(
        made.registration_id,
        reason,
        registrations=stores.registrations,
        referrals=stores.referrals,
        secrecy=PEPPER,
        now=NOON,
    )


def judge(stores: Stores, at: datetime, tell: Callable[[Exception], None] | None = None) -> Judge:
    def nobody(error: Exception) -> None:
        raise error

    return Judge(
        stores.registrations, stores.referrals, PEPPER, programme(stores), tell or nobody, at
    )


def releases(stores: Stores, at: datetime) -> tuple[int, int]:
    return judge(stores, at).release(stores.registrations)


def works_off(stores: Stores, at: datetime) -> tuple[int, int]:
    return judge(stores, at).void(stores.voids)


def voids(
    stores: Stores, link: Link, since: datetime, until: datetime, at: datetime = NOON
) -> VoidWindow:
    number = stores.links.find(link.company_id, link.link_id).voids
    window = VoidWindow(
        window_id=f"void_{number}",
        company_id=link.company_id,
        link_id=link.link_id,
        span=Span(since, until),
        reason="送り先を間違えた",
        made_at=at,
    )
    void(window, links=stores.links, voids=stores.voids)
    return window
