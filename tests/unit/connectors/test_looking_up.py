"""What a thin delivery leaves out, read at its vendor; whose end it was above all."""

from datetime import UTC, datetime
from typing import Any

import pytest

from shared.connectors.lever import Lever
from shared.connectors.smartrecruiters import SmartRecruiters
from shared.connectors.teamtailor import Teamtailor
from shared.connectors.wire import Wire
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage
from shared.domain.trouble import Trouble, Why
from tests.support.vendors import lever, smartrecruiters, teamtailor
from tests.support.vendors.direct import direct
from tests.support.vendors.serving import Asked, Reply
from tests.unit.connectors.connected import NOW, PERSON, REJECTED, keyed

OVER = datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC)


def to(vendor: Any) -> Wire:
    return direct(vendor, lambda: None)


def reasoned(opportunity: dict[str, Any]) -> ApplicationEvent | Trouble:
    fake = lever.FakeLever({lever.OPPORTUNITY: opportunity})
    return Lever(to(fake), lever.KEY).reasoned(REJECTED, NOW)


def tailored(**said: Any) -> tuple[ApplicationEvent, ...]:
    fake = teamtailor.FakeTeamtailor({"2": teamtailor.an_application(**said)})
    read = Teamtailor(to(fake), teamtailor.KEY).changed("2", NOW)
    assert isinstance(read, tuple)
    return read


def recruited(said: dict[str, Any], ref: str | None = None) -> tuple[ApplicationEvent, ...]:
    fake = smartrecruiters.FakeSmartRecruiters({smartrecruiters.PATH: said})
    connector = SmartRecruiters(to(fake), smartrecruiters.KEY, keyed)
    read = connector.changed(ref, smartrecruiters.LINK, NOW)
    assert isinstance(read, tuple)
    return read


@pytest.mark.parametrize(
    ("reason", "kind", "whose"),
    [
        (lever.UNDERQUALIFIED, Kind.REJECTED, ReasonKind.COMPANY),
        (lever.WITHDREW, Kind.REJECTED, ReasonKind.CANDIDATE),
        (lever.HIRED, Kind.HIRED, ReasonKind.UNKNOWN),
    ],
)
def test_a_reason_of_lever_says_whose_end_it_was(
    reason: str, kind: Kind, whose: ReasonKind
) -> None:
    event = reasoned(lever.an_opportunity(reason))
    assert isinstance(event, ApplicationEvent)
    assert (event.kind, event.reason_kind) == (kind, whose)


def test_a_rejection_lever_knows_nothing_of_counts_for_nothing() -> None:
    """Its signature does not cover what a delivery says."""
    event = reasoned(lever.an_opportunity(None))
    assert isinstance(event, ApplicationEvent)
    assert (event.kind, event.reason_kind) == (Kind.REJECTED, ReasonKind.OTHER)


def test_a_confidential_opportunity_is_said_to_be_one() -> None:
    event = reasoned(lever.an_opportunity(confidentiality="confidential"))
    assert isinstance(event, ApplicationEvent)
    assert event.confidential


@pytest.mark.parametrize(
    ("by_company", "whose"),
    [(True, ReasonKind.COMPANY), (False, ReasonKind.CANDIDATE), (None, ReasonKind.COMPANY)],
)
def test_whose_end_it_was_at_teamtailor(by_company: bool | None, whose: ReasonKind) -> None:
    made, over = tailored(by_company=by_company)
    assert (made.kind, made.job_ref) == (Kind.CREATED, "77")
    assert (over.kind, over.reason_kind, over.occurred_at) == (Kind.REJECTED, whose, OVER)


def test_an_open_application_of_teamtailor_is_open_and_a_hired_one_hired() -> None:
    assert tailored(rejected_at=None)[-1].kind is Kind.UNREJECTED
    assert tailored(rejected_at=None, stage="hired")[-1].kind is Kind.HIRED
    assert tailored(rejected_at=None, stage="offer")[-1].stage_reached is Stage.OFFER


@pytest.mark.parametrize(
    ("status", "kind", "whose"),
    [
        ("REJECTED", Kind.REJECTED, ReasonKind.COMPANY),
        ("WITHDRAWN", Kind.REJECTED, ReasonKind.CANDIDATE),
        ("HIRED", Kind.HIRED, ReasonKind.UNKNOWN),
        ("INTERVIEW", Kind.UNREJECTED, ReasonKind.UNKNOWN),
    ],
)
def test_a_status_of_smartrecruiters(status: str, kind: Kind, whose: ReasonKind) -> None:
    assignment = {"primaryAssignment": {"status": status, "updatedOn": "2026-04-01T02:03:04Z"}}
    inside = smartrecruiters.an_application() | assignment
    del inside["status"]
    for said in (smartrecruiters.an_application(status), inside):
        over = recruited(said)[-1]
        assert (over.kind, over.reason_kind, over.occurred_at) == (kind, whose, OVER)


def test_an_application_nobody_names_is_named_by_a_keyed_hash_of_its_link() -> None:
    [name] = {event.application_ref for event in recruited(smartrecruiters.an_application())}
    assert name == keyed(f"application-link:{smartrecruiters.PATH}")
    named = recruited(smartrecruiters.an_application(), "123")
    assert {event.application_ref for event in named} == {"123"}


@pytest.mark.parametrize(
    "link",
    [
        None,
        "",
        "http://api.smartrecruiters.com/candidates/1",
        "https://api.smartrecruiters.com@evil.example/1",
        "https://api.smartrecruiters.com.evil.example/1",
        "https://api.smartrecruiters.com:8443/1",
        "https://api.smartrecruiters.com/../1",
        "https://api.smartrecruiters.com/a/../../1",
        "https://api.smartrecruiters.com//evil.example/1",
        "https://api.smartrecruiters.com/1?to=https://evil.example",
        "https://169.254.169.254/latest",
        "https://api.smartrecruiters.com/1\r\nX: y",
    ],
)
def test_no_link_leads_to_anybody_else(link: str | None) -> None:
    class Nobody:
        def answer(self, asked: Asked) -> Reply:
            raise AssertionError("asked")

    read = SmartRecruiters(to(Nobody()), smartrecruiters.KEY, keyed).changed("1", link, NOW)
    assert isinstance(read, Trouble)
    assert read.why is Why.GONE


@pytest.mark.parametrize("ref", ["", "../jobs", "1?x=1", "花子", "hanako@example.jp"])
def test_no_reference_leads_to_another_page(ref: str) -> None:
    class Nobody:
        def answer(self, asked: Asked) -> Reply:
            raise AssertionError("asked")

    event = ApplicationEvent(Kind.REJECTED, ref, reason_ref="1")
    for read in (
        Teamtailor(to(Nobody()), "key").changed(ref, NOW),
        Lever(to(Nobody()), "key").reasoned(event, NOW),
    ):
        assert isinstance(read, Trouble)
        assert read.why is Why.GONE


def test_nothing_of_the_person_is_in_what_was_read() -> None:
    said = f"{tailored()!r}{recruited(smartrecruiters.an_application())!r}"
    said += repr(reasoned(lever.an_opportunity()))
    assert not any(word in said for word in PERSON)
