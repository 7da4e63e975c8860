"""One function's rights, each taken away alone; what is never asked for, all at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.iam.checks import CHECKS
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
        unasked = [right for right in rights if line_for(right)]
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
            # The first call starts a process; a busy machine may take too long over it.
            self.verdicts.works(self.verb, self._first_failure() and self._first_failure())

    def _without_one(self, role: Role, right: Right) -> None:
        with role.without([right]), self._started_anew(right):
            failure = self._first_failure() and self._first_failure()  # not for slowness once
        self.verdicts.missed(self.verb, right, failure)

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
        for check in CHECKS.get(self.verb, ()):
            try:
                check(self.stage)
            except Exception as error:  # whatever it fails with, it fails
                return Failure(check.__name__.replace("_", " "), repr(error))
        return None
