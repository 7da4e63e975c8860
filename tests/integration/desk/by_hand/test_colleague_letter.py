"""The mail that says somebody works here now."""

import pytest

from functions.notify.sign_in_letters import SignInLetters
from shared.contracts.events import ColleagueInvited
from shared.domain.locale import Locale
from shared.domain.member import Member, Role
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from shared.table.members import Members
from shared.table.seats import Seats
from shared.table.sign_ins import SignIns
from tests.support.builders import AGENCY, NOON, PEPPER

ADDRESS = "saburo@agency.example"
PERSON = PEPPER.person(ADDRESS)


def letters(table: Table) -> SignInLetters:
    stores = Companies(table), CompanyMembers(table), Members(table), SignIns(table), Seats(table)
    return SignInLetters(AGENCY, *stores, PEPPER, "https://relay.example", NOON)


def named(locale: Locale) -> ColleagueInvited:
    return ColleagueInvited(event_id="colleague:1", occurred_at=NOON, member=PERSON, locale=locale)


@pytest.mark.parametrize(("locale", "role"), [("ja", "マネージャー"), ("en", "manager")])
def test_it_says_as_what_and_where_to_sign_in(table: Table, locale: Locale, role: str) -> None:
    Members(table).enrol(PERSON, Member("道標 三郎", ADDRESS, Role.MANAGER, NOON))
    due = letters(table).due(named(locale))
    assert due and due.to == ADDRESS
    text = due.letter().text
    for said in (role, "道標 三郎", f"https://relay.example/sign-in?lang={locale}"):
        assert said in text


def test_who_was_taken_away_since_gets_none(table: Table) -> None:
    assert letters(table).due(named("ja")) is None
