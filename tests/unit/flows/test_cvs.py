"""A CV is offered a place, judged, and kept or let go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import pytest

from shared import cv_keeping
from shared.domain.cv import Cv, CvHolder, Flaw, Judged, MediaType, refused
from shared.domain.errors import (
    CandidateNotFound,
    CvNotFound,
    CvRefused,
    IdempotencyMismatch,
)
from shared.domain.forbidden import Kind
from shared.domain.ids import CandidateId, CvId
from tests.support.builders import NOON
from tests.support.fakes.cvs import FakeCandidates, FakeCvs
from tests.support.fakes.memory import Memory

ADA: Final = CandidateId("cand_ada")
BOB: Final = CandidateId("cand_bob")
FIRST: Final = CvId("cv_01JZ0000000000000000000001")
SECOND: Final = CvId("cv_01JZ0000000000000000000002")
GOOD: Final = Judged(MediaType.PDF, 2, (Kind.ORIGIN,))


class Reading:
    """Refuses what says so."""

    def judge(self, content: bytes) -> Judged:
        if content == b"bad":
            raise refused(Flaw.MACROS)
        return GOOD


@dataclass
class Desk:
    cvs: FakeCvs = field(default_factory=FakeCvs)
    memory: Memory = field(default_factory=Memory)
    candidates: FakeCandidates = field(init=False)

    def __post_init__(self) -> None:
        self.candidates = FakeCandidates(self.memory, {ADA: CvHolder(ADA), BOB: CvHolder(BOB)})

    def receive(self, cv_id: CvId, content: bytes | None = b"good") -> Cv:
        if content:
            self.cvs.send(ADA, cv_id, content)
        return self.receives(cv_id, lambda _: self.candidates)

    def receives(self, cv_id: CvId, written: Callable[[Cv], FakeCandidates]) -> Cv:
        return cv_keeping.receive(
            ADA,
            cv_id,
            now=NOON,
            reading=Reading(),
            cvs=self.cvs,
            candidates=self.candidates,
            written=written,
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_good_file_is_kept_and_noted_and_nothing_waits_any_more(desk: Desk) -> None:
    assert desk.receive(FIRST) == Cv(FIRST, ADA, GOOD, NOON)
    assert desk.cvs.objects == {f"kept/{ADA}/{FIRST}": b"good"}
    assert desk.candidates.find(ADA).cv == Cv(FIRST, ADA, GOOD, NOON)


def test_a_file_that_is_no_cv_is_let_go_and_nobody_has_it(desk: Desk) -> None:
    with pytest.raises(CvRefused) as said:
        desk.receive(FIRST, b"bad")
    assert said.value.reason == Flaw.MACROS
    assert desk.cvs.objects == {}
    assert desk.candidates.find(ADA).cv is None


def test_a_refused_file_leaves_the_one_before_where_it_was(desk: Desk) -> None:
    desk.receive(FIRST)
    with pytest.raises(CvRefused):
        desk.receive(SECOND, b"bad")
    assert desk.candidates.find(ADA).cv == Cv(FIRST, ADA, GOOD, NOON)
    assert list(desk.cvs.objects) == [f"kept/{ADA}/{FIRST}"]


def test_said_twice_it_is_received_once(desk: Desk) -> None:
    assert desk.receive(FIRST) == desk.receive(FIRST, None)


def test_a_new_cv_takes_the_place_of_the_old_one(desk: Desk) -> None:
    desk.receive(FIRST)
    desk.receive(SECOND, b"newer")
    assert desk.cvs.objects == {f"kept/{ADA}/{SECOND}": b"newer"}


def test_what_never_came_in_is_not_there(desk: Desk) -> None:
    with pytest.raises(CvNotFound):
        desk.receive(FIRST, None)


@pytest.mark.parametrize("name", ["cv_x", f"../{BOB}/{FIRST}", ""])
def test_a_name_that_is_none_of_ours_is_not_looked_for(desk: Desk, name: str) -> None:
    with pytest.raises(CvNotFound):
        desk.receive(CvId(name))


def test_an_erased_candidates_cv_is_not_kept_behind_their_back(desk: Desk) -> None:
    desk.candidates.erased_meanwhile = True
    with pytest.raises(CandidateNotFound):
        desk.receive(FIRST)
    assert f"kept/{ADA}/{FIRST}" not in desk.cvs.objects


def test_a_key_used_for_something_else_keeps_nothing(desk: Desk) -> None:
    def refused(_: Cv) -> FakeCandidates:
        raise IdempotencyMismatch("used for another request")

    desk.cvs.send(ADA, FIRST, b"good")
    with pytest.raises(IdempotencyMismatch):
        desk.receives(FIRST, refused)
    assert f"kept/{ADA}/{FIRST}" not in desk.cvs.objects


def test_somebody_elses_commit_is_waited_for(desk: Desk) -> None:
    desk.memory.conflicts = 2
    assert desk.receive(FIRST).cv_id == FIRST


def test_a_cv_is_shown_to_whoever_may_and_none_is_not_found(desk: Desk) -> None:
    with pytest.raises(CvNotFound):
        cv_keeping.show(ADA, now=NOON, cvs=desk.cvs, candidates=desk.candidates)
    desk.receive(FIRST)
    cv, view = cv_keeping.show(ADA, now=NOON, cvs=desk.cvs, candidates=desk.candidates)
    assert (cv.cv_id, view.url) == (FIRST, f"https://cvs.example/kept/{ADA}/{FIRST}")
