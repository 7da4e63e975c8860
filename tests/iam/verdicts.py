"""What was found, said line by line; and whether it is good."""

import re
from dataclasses import dataclass

from tests.iam.rights import Right
from tests.iam.unasked import UNASKED, line_for


def _said(right: Right) -> str:
    """Without the hashes of CDK and of the engine."""
    return f"{right.action:<30} {re.sub(r'[0-9A-F]{8}-[0-9A-F]+|-[0-9A-F]{12,}', '', right.on):<24}"


@dataclass(frozen=True, slots=True)
class Failure:
    check: str
    why: str


class Verdicts:
    def __init__(self) -> None:
        self.faults = list[str]()
        self._lines = set[object]()
        self._counted = 0

    def unasked(self, verb: str, right: Right) -> None:
        line = line_for(verb, right)
        assert line is not None
        self._lines.add(line)
        self._say(verb, right, f"(the engine never asks: {line.reason})")

    def works(self, verb: str, failure: Failure | None) -> None:
        if failure:
            self._fault(f"{verb}: {failure.check}: fails with all it asks for: {failure.why}")

    def missed(self, verb: str, right: Right, failure: Failure | None) -> None:
        self._say(verb, right, failure.check if failure else "NOTHING MISSES IT")
        if failure is None:
            self._fault(f"{verb}: nothing misses {right.action} on {right.on}")

    def conclude(self, *, whole: bool) -> int:
        """The status to end with."""
        if whole:
            for line in (u for u in UNASKED if u not in self._lines):
                self._fault(
                    f"no role has {line.action} on {line.on}: tests.iam.unasked is too long"
                )
        print(f"{self._counted} rights, {len(self.faults)} faults", *self.faults, sep="\n  ")
        return bool(self.faults)

    def _say(self, verb: str, right: Right, what: str) -> None:
        self._counted += 1
        print(f"{verb:<10} {_said(right)} -> {what}", flush=True)

    def _fault(self, what: str) -> None:
        self.faults.append(what)
