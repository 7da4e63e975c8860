"""What one row of a Japanese system means, and that any row means something or nothing."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.connectors.herp_candidacy import candidacy
from shared.connectors.talentio_candidate import candidate
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage
from shared.domain.polled import Skipped
from tests.support.vendors.herp import a_candidacy
from tests.support.vendors.talentio import a_candidate
from tests.unit.connectors.connected import PERSON

OVER = "2026-04-01T11:03:04+09:00"


def last(read: tuple[ApplicationEvent, ...] | Skipped) -> ApplicationEvent:
    assert not isinstance(read, Skipped)
    return read[-1]


def herp(was_rejected: bool = False, **but: Any) -> ApplicationEvent:
    return last(candidacy(a_candidacy(**but), was_rejected))


def talentio(was_rejected: bool = False, **but: Any) -> ApplicationEvent:
    return last(candidate(a_candidate(**but), was_rejected))


def test_herp_is_decided_by_the_time_of_the_end_alone() -> None:
    over = herp(status="active", terminatedAt=OVER)
    assert (over.kind, over.reason_kind) == (Kind.REJECTED, ReasonKind.COMPANY)
    assert over.occurred_at == datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC)
    assert herp(status="terminated", terminatedAt=None).kind is Kind.CREATED


@pytest.mark.parametrize(
    ("words", "step", "reason"),
    [
        ("スキル不足", "resumeScreening", ReasonKind.COMPANY),
        (None, "finalInterview", ReasonKind.COMPANY),
        ("候補者都合により辞退", "finalInterview", ReasonKind.CANDIDATE),
        ("Withdrew", "entry", ReasonKind.CANDIDATE),
        ("内定辞退", "offered", ReasonKind.CANDIDATE),
        (None, "offerAccepted", ReasonKind.UNKNOWN),
        ("見送り", "offered", ReasonKind.COMPANY),
        ({"text": "花子"}, "entry", ReasonKind.COMPANY),
    ],
)
def test_whose_end_it_was_at_herp(words: Any, step: str, reason: ReasonKind) -> None:
    assert herp(terminatedAt=OVER, terminationReason=words, step=step).reason_kind is reason


def test_an_accepted_offer_is_a_hire() -> None:
    assert herp(step="offerAccepted").kind is Kind.HIRED


@pytest.mark.parametrize("row", [herp, talentio])
def test_who_is_open_again_was_unrejected_if_we_held_them_as_rejected(row: Any) -> None:
    assert row(was_rejected=True).kind is Kind.UNREJECTED
    assert row(was_rejected=False).kind is Kind.CREATED


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        ("fail", Kind.REJECTED, ReasonKind.COMPANY),
        ("reject", Kind.REJECTED, ReasonKind.CANDIDATE),
        ("pass", Kind.HIRED, ReasonKind.UNKNOWN),
        ("ongoing", Kind.CREATED, ReasonKind.UNKNOWN),
    ],
)
def test_fail_is_a_rejection_and_reject_a_withdrawal(
    status: str, kind: Kind, reason: ReasonKind
) -> None:
    change = talentio(status=status)
    assert (change.kind, change.reason_kind) == (kind, reason)


@pytest.mark.parametrize("word", ["fail", "failed"])
def test_a_failure_is_dated_by_its_stage_and_not_by_later_notes(word: str) -> None:
    stages = [
        {"type": "resume", "status": "pass", "fixedAt": "2026-02-05T10:00:00+09:00"},
        {"type": "interview", "status": word, "fixedAt": OVER},
    ]
    noted = talentio(status="fail", stages=stages, updatedAt="2026-04-09T10:00:00+09:00")
    assert noted.occurred_at == datetime(2026, 4, 1, 2, 3, 4, tzinfo=UTC)
    assert noted.stage_reached is Stage.INTERVIEW


@pytest.mark.parametrize("status", ["poolActive", "poolInactive", "new", None, ["fail"]])
def test_other_statuses_of_talentio_are_ignored_with_a_reason(status: Any) -> None:
    assert isinstance(candidate(a_candidate(status=status), False), Skipped)


def test_nothing_of_the_person_is_in_a_change() -> None:
    said = f"{herp(terminatedAt=OVER, terminationReason='花子さんは笑顔')!r}{talentio()!r}"
    assert not any(word in said for word in PERSON)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text("花a9-", max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type"]), inner)
    ),
    max_leaves=8,
)
TIMES = st.sampled_from(["0001-01-01T00:00+09:00", "9999-12-31T23:59-09:00", OVER, "2026-04-01"])
NAMES = sorted({*a_candidacy(), *a_candidate()})


@settings(deadline=None)
@given(but=st.dictionaries(st.sampled_from(NAMES), ANY | TIMES), was_rejected=st.booleans())
def test_any_row_is_changes_of_one_application_or_ignored(
    but: dict[str, Any], was_rejected: bool
) -> None:
    reads = (
        candidacy(a_candidacy(**but), was_rejected),
        candidate(a_candidate(**but), was_rejected),
        candidacy(but, was_rejected),
        candidate(but, was_rejected),
    )
    for read in reads:
        changes = () if isinstance(read, Skipped) else read
        assert len({change.application_ref for change in changes}) == bool(changes)
        assert all(change.occurred_at and change.occurred_at.tzinfo is UTC for change in changes)


@settings(deadline=None)
@given(row=ANY)
def test_what_is_no_row_is_ignored(row: Any) -> None:
    assert isinstance(candidacy(row, False), Skipped)
    assert isinstance(candidate(row, False), Skipped)
