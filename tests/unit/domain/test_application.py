"""The life of an application's link, heard in order."""

from dataclasses import replace
from datetime import timedelta
from functools import reduce

import pytest

from shared.contracts.application_facts import fact
from shared.contracts.events import (
    ApplicationCreated,
    ApplicationHired,
    ApplicationRejected,
    ApplicationUnrejected,
    CandidateErasedAtSource,
)
from shared.domain import ats_event
from shared.domain.application import Application, Life
from shared.domain.application_news import Ignored, ignored, is_news
from shared.domain.application_step import applied
from shared.domain.ats_event import ReasonKind, Stage
from shared.domain.happening import Happening, Kind, happened
from shared.domain.ids import ApplicationId, ConnectionId
from shared.domain.link import LinkState
from tests.support.builders import ACME, NOON

NEW = Application(ApplicationId("app_1"), ACME, ConnectionId("ats_1"), "265293", "c0ffee")


def heard(kind: Kind, hour: int = 1, **more: object) -> Happening:
    by = {"reason_kind": ReasonKind.COMPANY} if kind is Kind.REJECTED else {}
    return Happening(kind, NOON + timedelta(hours=hour), **{**by, **more})  # type: ignore[arg-type]


def after(*events: Happening) -> Application:
    return reduce(applied, events, NEW)


CREATED, REJECTED, UNREJECTED = (
    heard(Kind.CREATED, 1),
    heard(Kind.REJECTED, 2, stage=Stage.FINAL_INTERVIEW),
    heard(Kind.UNREJECTED, 3),
)
AGAIN = heard(Kind.REJECTED, 4, stage=Stage.OFFER)
CLOSING = [heard(Kind.HIRED, 5), heard(Kind.ERASED, 5), heard(Kind.REMOVED, 5)]


def test_a_link_is_dormant_live_asleep_and_live_again() -> None:
    history = (CREATED, REJECTED, UNREJECTED, AGAIN)
    lives = [after(*history[:n]).life for n in range(1, 5)]
    assert lives == [Life.DORMANT, Life.LIVE, Life.ASLEEP, Life.LIVE]


@pytest.mark.parametrize("closing", CLOSING, ids=lambda e: e.kind)
def test_what_is_closed_stays_closed_whatever_comes_later(closing: Happening) -> None:
    closed = after(CREATED, REJECTED, closing)
    late = [heard(Kind.UNREJECTED, 6), heard(Kind.REJECTED, 7), heard(Kind.CREATED, 8)]
    assert {one.life for one in (closed, reduce(applied, late, closed))} == {Life.CLOSED}


def test_only_a_live_link_counts_and_all_but_the_closed_may_be_minted() -> None:
    ones = [after(CREATED), after(REJECTED), after(REJECTED, UNREJECTED), after(CLOSING[0])]
    states = [one.link_state for one in ones]
    assert states == [LinkState.CLOSED, LinkState.ACTIVE, LinkState.CLOSED, LinkState.CLOSED]
    assert [one.mints for one in ones] == [True, True, True, False]


@pytest.mark.parametrize(
    ("by", "why"),
    [
        (ReasonKind.CANDIDATE, Ignored.CANDIDATE_WITHDREW),
        (ReasonKind.OTHER, Ignored.NOT_BY_COMPANY),
        (ReasonKind.UNKNOWN, Ignored.NOT_BY_COMPANY),
    ],
)
def test_a_rejection_that_is_not_the_companys_moves_nothing(by: ReasonKind, why: Ignored) -> None:
    event = heard(Kind.REJECTED, 2, reason_kind=by)
    assert after(CREATED, event) == after(CREATED)
    assert ignored(after(CREATED), event) is why


def test_what_is_confidential_has_no_link_from_whichever_event_that_is_known() -> None:
    secret = heard(Kind.CREATED, 1, confidential=True)
    for one in (after(secret, REJECTED), after(REJECTED, secret)):
        assert (one.life, one.mints, one.link_state) == (Life.WITHHELD, False, LinkState.CLOSED)
    assert ignored(after(secret), REJECTED) is Ignored.CONFIDENTIAL


def test_of_who_was_erased_nothing_is_left_but_that() -> None:
    gone = after(CREATED, REJECTED, heard(Kind.ERASED, 5))
    named = (NEW.application_id, NEW.company_id, NEW.connection_id)
    assert gone == Application(*named, erased_at=NOON + timedelta(hours=5))
    assert ignored(gone, AGAIN) is Ignored.ERASED_AT_SOURCE


def test_at_the_same_moment_unrejected_wins() -> None:
    undone = heard(Kind.UNREJECTED, 2)
    assert after(REJECTED, undone).life is after(undone, REJECTED).life is Life.ASLEEP


def test_a_delivery_once_more_is_nothing_new_to_the_millisecond_kept() -> None:
    late = NOON + timedelta(microseconds=123456)
    event = Happening(Kind.CREATED, late)
    known = after(event)
    assert known.created_at == NOON + timedelta(milliseconds=123)
    assert ignored(known, event) is Ignored.NOTHING_NEW and ignored(NEW, event) is None


def test_each_step_is_said_once() -> None:
    history = [CREATED, REJECTED, UNREJECTED, AGAIN, heard(Kind.HIRED, 5), heard(Kind.ERASED, 6)]
    twice = [event for event in history for _ in range(2)]
    before, said = NEW, []
    for event in twice:
        said += [fact(before, applied(before, event), event)]
        before = applied(before, event)
    facts = [one for one in said if one]
    assert [type(one) for one in facts] == [
        ApplicationCreated,
        ApplicationRejected,
        ApplicationUnrejected,
        ApplicationRejected,
        ApplicationHired,
        CandidateErasedAtSource,
    ]
    assert len({one.event_id for one in facts}) == len(facts)
    assert not [one for one in facts if "265293" in str(one) or "c0ffee" in str(one)]


def test_a_rejection_or_its_undoing_heard_with_a_later_time_is_no_news() -> None:
    """Some vendors say where an application stands with every move."""
    live, asleep = after(CREATED, REJECTED), after(CREATED, REJECTED, UNREJECTED)
    for before, again in ((live, AGAIN), (asleep, heard(Kind.UNREJECTED, 4))):
        assert applied(before, again) != before
        assert not is_news(before, applied(before, again), again.kind)


def test_what_an_ats_says_happened_when_it_says_or_else_when_it_was_heard() -> None:
    late = NOON + timedelta(hours=2)
    told = ats_event.ApplicationEvent(
        ats_event.Kind.REJECTED,
        "265293",
        stage_reached=Stage.OFFER,
        reason_kind=ReasonKind.COMPANY,
        occurred_at=NOON,
        confidential=True,
    )
    whole = Happening(Kind.REJECTED, NOON, ReasonKind.COMPANY, Stage.OFFER, True)
    assert happened(told, late) == whole
    for said in (None, late + timedelta(days=1)):
        assert happened(replace(told, occurred_at=said), late).at == late
    assert happened(ats_event.CandidateErased("c0ffee", NOON), late) == Happening(Kind.ERASED, NOON)
    assert [kind.removeprefix("application.") in set(Kind) for kind in ats_event.Kind] == [True] * 5


def test_a_fact_has_its_name_from_what_happened() -> None:
    said = fact(after(CREATED), after(CREATED, REJECTED), REJECTED)
    assert isinstance(said, ApplicationRejected) and said.stage == "final_interview"
    assert said.event_id == f"application:app_1:rejected:{int(REJECTED.at.timestamp() * 1000)}"


def test_nothing_is_said_of_what_was_overtaken_withheld_or_removed() -> None:
    undone = after(UNREJECTED)
    assert not is_news(undone, applied(undone, REJECTED), Kind.REJECTED)
    secret = after(heard(Kind.CREATED, confidential=True))
    assert not any(is_news(secret, applied(secret, e), e.kind) for e in (REJECTED, CLOSING[0]))
    assert is_news(secret, applied(secret, CLOSING[1]), Kind.ERASED)
    assert not is_news(NEW, after(CLOSING[2]), Kind.REMOVED)
