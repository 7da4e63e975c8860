"""`python -m tests.iam [VERB ...]`: a line a right; ends with 1 if one is missed by nothing."""

import sys
import tempfile
from pathlib import Path

from tests.iam.exercise import Exercise
from tests.iam.stage import standing
from tests.iam.verdicts import Verdicts


def main(*verbs: str) -> int:
    verdicts = Verdicts()
    with (
        tempfile.TemporaryDirectory(prefix="relay-rights-") as state,
        standing(Path(state)) as stage,
    ):
        for verb in verbs or stage.verbs:
            Exercise(stage, verb, verdicts).run()
    return verdicts.conclude(whole=not verbs)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
