"""checkov has nothing left to say that is not answered by name, in tests.infra.answered."""

from collections import defaultdict
from functools import cache

import pytest

from tests.infra.answered import CHECKOV
from tests.infra.checkov import failed_in
from tests.support.assembly import synthesized

pytestmark = pytest.mark.xdist_group("checkov")


@cache
def failed() -> dict[str, list[str]]:
    """Resources by check, over every stack of both stages."""
    stages = (synthesized(stage) for stage in ("dev", "prod"))
    templates = [file for folder in stages for file in sorted(folder.rglob("*.template.json"))]
    found = defaultdict[str, list[str]](list)
    for check in failed_in(templates):
        found[check["check_id"]].append(f"{check['check_name']}: {check['resource']}")
    return dict(found)


def test_every_check_that_fails_is_answered() -> None:
    assert {check: where for check, where in failed().items() if check not in CHECKOV} == {}


def test_every_answer_is_to_a_check_that_fails() -> None:
    assert CHECKOV.keys() - failed().keys() == set()
