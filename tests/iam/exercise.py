"""One function's rights, each taken away alone; what is never asked for, all at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.iam.checks import CHECKS, Check
from tests.iam.rights import Right, Role
from tests.iam.stage import Stage
from tests.iam.unasked import line_for
from tests.iam.verdicts import Failure, Verdicts

READ_AT_START = "secretsmanager:GetSecretValue"


@dataclass(frozen=True, slots=True)
class Exercise:
    stage: Stage
    verb: str
    verdicts: Verdicts

    def run(self) -> None:
        role = Role(self.stage.clients, self.stage.functions[self.verb]["Role"])
        rights = role.rights()
        unasked = [right for right in rights if line_for(self.verb, right)]
        for right in unasked:
            self.verdicts.unasked(self.verb, right)
        self._without_all(role, unasked)
        for right in rights:
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
        """Twice: a process that starts on a busy machine may take too long over its first call."""
        for check in CHECKS.get(self.verb, ()):
            if self._failure(check) and (failure := self._failure(check)):
                return failure
        return None

    def _failure(self, check: Check) -> Failure | None:
        try:
            check(self.stage)
        except Exception as error:  # whatever it fails with, it fails
            return Failure(check.__name__.replace("_", " "), repr(error))
        return None
