"""Which fact means which mail, and to whom."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.contracts.events import CreditExpiring, Event, RegistrationSubmitted
from shared.domain.job_order import Refusal
from shared.domain.registration import CODE_VALID, Reason, Registration
from shared.pages import catalogue
from tests.support.acts import count_many, grant_all, let_in, person, take_in
from tests.support.builders import ACME, AGENCY, JOBS, NOON, PEPPER, a_registration
from tests.support.facts import (
    approved,
    counted,
    granted,
    held,
    job_accepted,
    job_refused,
    milestone,
    not_counted,
    submitted,
    verified,
)
from tests.support.letters import Letters
from tests.support.ordering import accepted, post, refuse
from tests.support.stores import Stores
from tests.unit.pages.samples import LOCALES


def letters(stores: Stores, now: datetime = NOON) -> Letters:
    return Letters(stores, now)


def again(stores: Stores, made: Registration) -> RegistrationSubmitted:
    """A second code is asked for."""
    after = made.reissued(NOON)
    fact = submitted(made, issue=2)
    stores.registrations.reissue(made, after, person("ada"), fact, NOON)
    return fact


def test_a_submitted_form_means_the_code_to_its_address(stores: Stores) -> None:
    made = take_in(stores)
    due = letters(stores).due(submitted(made))
    assert due is not None
    assert (due.to, due.tags["registration"]) == ("ada@example.org", made.registration_id)
    letter, code = due.letter(), PEPPER.code(made.registration_id, 1)
    assert code in letter.text and code in letter.html
    assert AGENCY.licence_number in letter.text


def test_only_the_newest_code_is_worth_a_mail(stores: Stores) -> None:
    made = take_in(stores)
    newer = again(stores, made)
    assert letters(stores).due(submitted(made)) is None
    due = letters(stores).due(newer)
    assert due is not None and PEPPER.code(made.registration_id, 2) in due.letter().text


@pytest.mark.parametrize("late", [CODE_VALID, timedelta(days=1)])
def test_a_code_that_can_no_longer_be_typed_is_not_sent(stores: Stores, late: timedelta) -> None:
    made = take_in(stores)
    assert letters(stores, NOON + late).due(submitted(made)) is None


def test_a_code_for_a_registration_with_its_verdict_is_not_sent(stores: Stores) -> None:
    made = take_in(stores)
    fact = not_counted(made, Reason.UNVERIFIED)
    stores.referrals.exclude(made, person("ada"), Reason.UNVERIFIED, fact, NOON)
    assert letters(stores).due(submitted(made)) is None


def test_every_verdict_means_the_same_one_welcome(stores: Stores) -> None:
    made = take_in(stores)
    facts: list[Event] = [verified(made), counted(made), held(made)]
    facts += [not_counted(made, reason) for reason in Reason if reason is not Reason.UNVERIFIED]
    due = [letters(stores).due(fact) for fact in facts]
    assert {d and d.fact for d in due} == {f"welcome:{made.registration_id}"}
    assert len({d and d.letter().text for d in due}) == 1


def test_nobody_is_welcomed_who_was_never_verified(stores: Stores) -> None:
    made = take_in(stores)
    assert letters(stores).due(not_counted(made, Reason.UNVERIFIED)) is None


@pytest.mark.parametrize("fact", [submitted, verified, counted])
def test_a_registration_tidied_away_means_no_mail(stores: Stores, fact: Any) -> None:
    assert letters(stores).due(fact(a_registration("gone"))) is None


def test_a_credit_means_a_mail_to_the_companys_contact(stores: Stores) -> None:
    let_in(stores)
    count_many(stores, 10)
    grant_all(stores, 1)
    due = letters(stores).due(granted(1))
    assert due is not None
    assert (due.to, due.fact) == ("saiyo@aozora.example", f"granted:{ACME}:1")
    assert "2028" in due.letter().text


@pytest.mark.parametrize(("hour", "last"), [(0, 1), (14, 1), (20, 2)])
def test_a_credits_last_day_is_one_it_is_good_all_day_in_tokyo(
    hour: int, last: int, stores: Stores
) -> None:
    let_in(stores)
    at = datetime(2026, 3, 2, hour, tzinfo=UTC)
    due = letters(stores).due(granted(1).model_copy(update={"occurred_at": at}))
    assert due is not None
    assert f"2028年3月{last}日" in due.letter().text


def test_credits_with_one_last_day_are_one_mail_and_others_are_others(stores: Stores) -> None:
    let_in(stores)
    ends = [datetime(2028, 3, 2, hour, tzinfo=UTC) for hour in (0, 14, 15)]
    said = [letters(stores).due(expiring(until)) for until in ends]
    first, second, third = [due.fact for due in said if due]
    assert first == second != third


def expiring(until: datetime) -> CreditExpiring:
    return CreditExpiring(
        event_id=f"expiring:{until}",
        occurred_at=NOON,
        company_id=ACME,
        number=1,
        credit_id="crd_1",
        until=until,
        days=30,
    )


def test_a_companys_contact_hears_that_its_order_is_accepted(stores: Stores) -> None:
    let_in(stores)
    due = letters(stores).due(job_accepted(accepted(stores)))
    assert due is not None
    assert (due.to, due.fact) == (
        "saiyo@aozora.example",
        f"job_accepted:{JOBS[1]}",
    )
    assert "バックエンドエンジニア" in due.letter().text
    assert "バックエンドエンジニア" not in due.letter().subject


@pytest.mark.parametrize("reason", Refusal)
def test_a_refused_order_is_told_its_reason(stores: Stores, reason: Refusal) -> None:
    let_in(stores)
    due = letters(stores).due(job_refused(refuse(stores, post(stores), reason, "契約の期間")))
    assert due is not None
    said = catalogue.words("ja", "mail")["job_refused"]["reasons"][reason]
    assert said in due.letter().text and "契約の期間" in due.letter().text


def test_every_lawful_reason_has_words_in_both_languages() -> None:
    for locale in LOCALES:
        assert catalogue.words(locale, "mail")["job_refused"]["reasons"].keys() == {*Refusal}


def test_a_company_let_in_reads_what_to_do_next(stores: Stores) -> None:
    let_in(stores)
    due = letters(stores).due(approved())
    assert due is not None
    assert (due.to, due.fact) == ("saiyo@aozora.example", f"approved:{ACME}")
    assert "専用URL" in due.letter().text


def test_other_facts_mean_no_mail(stores: Stores) -> None:
    assert letters(stores).due(milestone(1)) is None
