from datetime import UTC, datetime

import pytest

from shared.ats.delivery import Changed, Events, Ignored, Ping, Why
from shared.ats.sampled import samples
from shared.ats.vendors import VENDORS
from shared.domain.ats_event import ApplicationEvent, CandidateErased, Kind, ReasonKind, Stage
from tests.unit.ats.playing import event, keyed, played

SAY_HOW = ["ashby", "generic", "greenhouse", "lever", "workable"]
"""The others say that something changed, and not how."""
REJECTED = {
    "greenhouse": ApplicationEvent(
        Kind.REJECTED,
        "265293",
        keyed("candidate:265788"),
        "371417",
        Stage.FINAL_INTERVIEW,
        ReasonKind.COMPANY,
        datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC),
        can_email=True,
    ),
    "lever": ApplicationEvent(
        Kind.REJECTED,
        "5c86dcbc-0d0c-4f36-9f41-1a2b3c4d5e6f",
        keyed("candidate:7f23a1b0-6c5d-4e3f-8a9b-0c1d2e3f4a5b"),
        occurred_at=datetime(2026, 4, 1, 2, 3, 3, 950_000, tzinfo=UTC),
        reason_ref="63dd55b2-a99f-4e7b-985f-22c7bf80ab42",
    ),
    "ashby": ApplicationEvent(
        Kind.REJECTED,
        "3ae2b801-19f6-41ef-ad28-214bd731948f",
        keyed("candidate:e9ed20fd-d45f-4aad-8a00-a19bfba0083e"),
        "4071538b-3cac-4fbf-ac76-f78ed250ffdd",
        Stage.UNKNOWN,
        ReasonKind.COMPANY,
        datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC),
    ),
    "workable": ApplicationEvent(
        Kind.REJECTED,
        "108d1748",
        keyed("candidate:108d1748"),
        "GROOV003",
        Stage.INTERVIEW,
        ReasonKind.COMPANY,
        datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC),
    ),
    "generic": ApplicationEvent(
        Kind.REJECTED,
        "app-1",
        keyed("candidate:person-1"),
        "job-1",
        Stage.FINAL_INTERVIEW,
        ReasonKind.COMPANY,
        datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC),
        can_email=True,
    ),
}
KINDS = {
    "created": Kind.CREATED,
    "rejected": Kind.REJECTED,
    "unrejected": Kind.UNREJECTED,
    "hired": Kind.HIRED,
}


@pytest.mark.parametrize("vendor", SAY_HOW)
def test_a_rejection_is_its_references_its_stage_its_reason_and_its_time(vendor: str) -> None:
    assert event(vendor, "rejected") == REJECTED[vendor]


@pytest.mark.parametrize("vendor", SAY_HOW)
@pytest.mark.parametrize("sample", KINDS)
def test_every_turn_of_an_application_is_told_with_its_time(vendor: str, sample: str) -> None:
    told = event(vendor, sample)
    assert told.kind is KINDS[sample]
    assert told.application_ref == REJECTED[vendor].application_ref
    assert told.candidate_ref == REJECTED[vendor].candidate_ref
    assert told.occurred_at is not None


@pytest.mark.parametrize("vendor", ["ashby", "generic", "greenhouse", "workable"])
def test_a_withdrawal_is_the_candidates(vendor: str) -> None:
    assert event(vendor, "withdrawn").reason_kind is ReasonKind.CANDIDATE


@pytest.mark.parametrize("vendor", SAY_HOW)
def test_only_a_rejection_has_a_reason(vendor: str) -> None:
    others = [event(vendor, one) for one in ("created", "unrejected", "hired")]
    assert {one.reason_kind for one in others} == {ReasonKind.UNKNOWN}


@pytest.mark.parametrize("vendor", ["generic", "greenhouse"])
def test_a_confidential_one_is_told_as_such(vendor: str) -> None:
    assert event(vendor, "confidential").confidential
    assert not event(vendor, "rejected").confidential


@pytest.mark.parametrize("vendor", ["ashby", "generic", "greenhouse", "lever"])
def test_a_ping_is_a_ping(vendor: str) -> None:
    assert played(vendor, "ping").meaning == Ping()


@pytest.mark.parametrize("vendor", ["smartrecruiters", "teamtailor"])
def test_a_thin_delivery_names_the_application_to_be_read(vendor: str) -> None:
    meaning = played(vendor, "changed").meaning
    assert isinstance(meaning, Changed)
    assert meaning.application_ref in {"5f1c2d3e-aaaa-4bbb-8ccc-9ddd0eee1fff", "2"}


@pytest.mark.parametrize("vendor", ["lever", "workable", "teamtailor"])
def test_a_deleted_application_is_erased(vendor: str) -> None:
    assert event(vendor, "erased").kind is Kind.ERASED


@pytest.mark.parametrize(
    ("vendor", "sample", "person"),
    [
        ("ashby", "erased", "e9ed20fd-d45f-4aad-8a00-a19bfba0083e"),
        ("generic", "erased", "person-1"),
        ("greenhouse", "erased", "265788"),
        ("greenhouse", "anonymized", "265788"),
    ],
)
def test_an_erased_candidate_is_told_by_their_keyed_reference(
    vendor: str, sample: str, person: str
) -> None:
    meaning = played(vendor, sample).meaning
    assert isinstance(meaning, Events)
    first = meaning.events[0]
    assert isinstance(first, CandidateErased)
    assert first.candidate_ref == keyed(f"candidate:{person}")
    assert first.candidate_ref == REJECTED[vendor].candidate_ref


def test_greenhouse_lists_the_applications_that_go_with_a_candidate() -> None:
    meaning = played("greenhouse", "erased").meaning
    assert isinstance(meaning, Events)
    gone = [one for one in meaning.events if isinstance(one, ApplicationEvent)]
    assert [(one.kind, one.application_ref) for one in gone] == [(Kind.ERASED, "265293")]


@pytest.mark.parametrize("vendor", VENDORS)
def test_what_we_do_not_follow_is_ignored_with_that_reason(vendor: str) -> None:
    raw = b'{"action":"offer_created","event":"contactUpdated","event_type":"employee_created",'
    raw += b'"type":"x","payload":{"event_name":"user.update"},"data":{"contactId":"c1"}}'
    found = VENDORS[vendor].read(raw, {"event-name": "offer.created"}, keyed)
    assert found.meaning == Ignored(Why.NOT_FOLLOWED)


def test_every_sample_is_told_of_in_these_tests_or_is_a_twin() -> None:
    known = {*KINDS, "withdrawn", "confidential", "erased", "anonymized", "ping", "changed"}
    assert {s for v in VENDORS for s in samples(v)} - known == {"rejected_again_said"}
