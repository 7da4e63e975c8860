"""One function's rights, each taken away alone; what is never asked for, all at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

from tests.iam.checks import CHECKS, Check
from tests.iam.rights import Right, Role
from tests.iam.stage import Stage
from tests.iam.unasked import line_for
from tests.iam.verdicts import Failure, Verdicts

LONG_S = 3
READ_AT_START = "secretsmanager:GetSecretValue"


def _used_at_start_comes_last(right: Right) -> tuple[bool, str]:
    """One after another, they share the start after the one with the start before the next."""
    return right.action == READ_AT_START, right.on


@dataclass(slots=True)
class Exercise:
    stage: Stage
    verb: str
    verdicts: Verdicts
    checks: list[Check] = field(init=False)

    def __post_init__(self) -> None:
        self.checks = [*CHECKS.get(self.verb, ())]

    def run(self) -> None:
        role = Role(self.stage.clients, self.stage.functions[self.verb]["Role"])
        rights = role.rights()
        unasked = [right for right in rights if line_for(self.verb, right)]
        for right in unasked:
            self.verdicts.unasked(self.verb, right)
        self._without_all(role, unasked)
        for right in sorted(rights, key=_used_at_start_comes_last):
            if right not in unasked:
                self._without_one(role, right)
        self._without_all(role, unasked)

    def _without_all(self, role: Role, unasked: Sequence[Right]) -> None:
        """Before and after the others: a check that broke by itself would miss anything."""
        with role.without(unasked):
            self.verdicts.works(self.verb, self._first_failure())

    def _without_one(self, role: Role, right: Right) -> None:
        with role.without([right]), self._started_anew(right):
            self.verdicts.missed(self.verb, right, self._first_failure())

    @contextmanager
    def _started_anew(self, right: Right) -> Iterator[None]:
        """Before and after, for a right that is used once, at start."""
        again = right.action == READ_AT_START
        if again:
            self.stage.start_anew(self.verb)
        yield
        if again:
            self.stage.start_anew(self.verb)

    def _first_failure(self) -> Failure | None:
        """What failed last is tried first: rights to one thing are missed by one check."""
        for check in [*self.checks]:
            if failure := self._failure_in_time(check):
                self.checks.remove(check)
                self.checks.insert(0, check)
                return failure
        return None

    def _failure_in_time(self, check: Check) -> Failure | None:
        """Who is refused fails at once; what took long, on a busy machine, is tried again."""
        began = monotonic()
        failure = self._failure(check)
        return self._failure(check) if failure and monotonic() - began > LONG_S else failure

    def _failure(self, check: Check) -> Failure | None:
        try:
            check(self.stage)
        except Exception as error:  # whatever it fails with, it fails
            return Failure(check.__name__.replace("_", " "), repr(error))
        return None
