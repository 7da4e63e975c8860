"""One application, played from its beginning: made, rejected, taken back, said again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from shared.domain.application import Life
from shared.domain.ats_event import Kind
from shared.domain.listed import Listed
from shared.domain.rehearsed import Check, Step, Verdict
from shared.hearing import Ears
from shared.rehearsal.assumed import Assumed
from shared.rehearsal.delivering import Delivering
from shared.rehearsal.memory import ForgottenApplications, ForgottenHearings, ThisOne
from shared.taking_in import Desk, take

ASSUMED: Final = "answer_assumed"
"""The delivery says less than is needed; the rest is what the vendor would answer."""
_PLAYED: Final = {
    "created": Kind.CREATED,
    "rejected": Kind.REJECTED,
    "unrejected": Kind.UNREJECTED,
    "withdrawn": Kind.REJECTED,
}


@dataclass(slots=True)
class Playing:
    """`ears`: what real deliveries are heard with, but for where it is kept."""

    samples: Mapping[str, bytes]
    delivering: Delivering
    ears: Callable[[ForgottenApplications], Ears]

    def steps(self) -> Iterator[Step]:
        stage = Stage(self)
        yield stage.reaches(Check.DORMANT, "created", Life.DORMANT)
        yield _step(Check.LINK, len(stage.applications.doorways) == 1, "no_link")
        yield stage.reaches(Check.LIVE, "rejected", Life.LIVE)
        yield stage.reaches(Check.ASLEEP, "unrejected", Life.ASLEEP)
        yield _step(Check.REPEATED, stage.play("unrejected") is None, "heard_twice")
        if "withdrawn" in self.samples:
            somebody_else = Stage(self)
            somebody_else.play("created")
            yield somebody_else.reaches(Check.WITHDRAWN, "withdrawn", Life.DORMANT)


class Stage:
    """Where one application is played, and forgotten."""

    def __init__(self, of: Playing) -> None:
        self.of, self.assumed = of, Assumed()
        self.applications, self.hearings = ForgottenApplications(), ForgottenHearings()
        self.desk = Desk(
            ThisOne(of.delivering.connection),
            self.hearings,
            self.assumed,
            of.ears(self.applications),
        )

    def reaches(self, check: Check, name: str, life: Life) -> Step:
        listed = self.play(name)
        reached = [kept.application.life for kept in self.applications.kept.values()]
        if listed is None or reached != [life]:
            why = listed.reason if listed and listed.reason else "not_followed"
            return Step(check, Verdict.FAILED, why)
        step = Step(check, Verdict.PASSED)
        return replace(step, why=ASSUMED) if self.assumed.was_asked else step

    def play(self, name: str) -> Listed | None:
        """As it would be listed; None: it was here before, or not believed."""
        raw, self.assumed.next = self._raw(name), _PLAYED[name]
        _, refusal, received = self.of.delivering.deliver(raw, name)
        if refusal:
            return None
        return take(received, desk=self.desk, now=self.of.delivering.now)

    def _raw(self, name: str) -> bytes:
        """Who says only that something changed, does so of another moment each time."""
        samples = self.of.samples
        if name in samples:
            return samples[name]
        minute = f"2026-04-01T02:{[*_PLAYED].index(name):02}:04".encode()
        return samples["changed"].replace(b"2026-04-01T02:03:04", minute)


def _step(check: Check, passed: bool, why: str) -> Step:
    return Step(check, Verdict.PASSED) if passed else Step(check, Verdict.FAILED, why)
