"""cdk-nag and cfn-lint have nothing left to say, and what was said is answered with a reason."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from infra.local.environment import REGION
from tests.support.assembly import CONTEXT, run, synthesized, template_file

ANSWERED = {
    "AwsSolutions-SQS3",  # dead letters have no dead letters
    "AwsSolutions-SMG4",  # the pepper may not turn
    "AwsSolutions-L1",  # python3.13, as the lock
    "AwsSolutions-APIG4",  # candidates have no account
    "AwsSolutions-IAM5[Resource::*]",  # what AWS knows no narrower resource for
    "AwsSolutions-CFR1",  # nor a country
    "AwsSolutions-CFR3",  # nor an address in a log
    "AwsSolutions-S1",  # not in the bucket's either
}
ON_CLOUDFRONTS_OWN_NAME = {"AwsSolutions-CFR4"}
UNANSWERED = """
import infra.acknowledged
infra.acknowledged.acknowledge = lambda *_: None
from infra.app import main
main()
"""


def of_files(stage: str) -> set[str]:
    """Named after candidates and imports. What the stack inside refers to is a parameter there."""
    buckets = [f"referencetoCareerRelay{stage}{name}" for name in ("Cvs", "Imports")]
    said = {a["ruleName"] for a in nag(stage)["suppressedViolations"]}
    found = {rule for rule in said if any(bucket in rule for bucket in buckets)}
    assert {rule.rpartition(">/")[2] for rule in found} == {"incoming/*]", "kept/*]", "links/*]"}
    return found


def nag(stage: str) -> dict[str, Any]:
    report = json.loads((synthesized(stage) / "validation-report.json").read_text())
    [found] = report["pluginReports"]
    assert found["pluginName"] == "AwsSolutions"
    return dict(found)


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_cdk_nag_finds_nothing_that_is_not_answered(stage: str) -> None:
    assert (nag(stage)["conclusion"], nag(stage)["violations"]) == ("success", [])


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_each_answer_gives_its_reason_and_none_is_new(stage: str) -> None:
    answered = nag(stage)["suppressedViolations"]
    also = ON_CLOUDFRONTS_OWN_NAME if stage == "dev" else set()
    assert {a["ruleName"] for a in answered} == ANSWERED | also | of_files(stage)
    assert all(len(a["reason"]) > 30 for a in answered)


def test_without_its_answers_the_same_stack_is_refused(tmp_path: Path) -> None:
    done = run(CONTEXT["dev"], tmp_path, "-c", UNANSWERED)
    assert done.returncode != 0
    for rule in ANSWERED:
        assert rule in done.stderr


@pytest.mark.parametrize(
    ("region", "names"),
    [(REGION, ("CareerRelay", "CareerRelaySender")), ("us-east-1", ("CareerRelayGuard",))],
)
def test_cfn_lint_finds_nothing(region: str, names: tuple[str, ...]) -> None:
    """One start for all of a region: it takes longer than the looking."""
    program = str(Path(sys.executable).parent / "cfn-lint")
    files = [str(template_file(stage, name)) for name in names for stage in ("dev", "prod")]
    inside = [synthesized(stage).glob("*.nested.template.json") for stage in ("dev", "prod")]
    files += [str(file) for found in inside for file in found if region == REGION]
    assert all(Path(file).exists() for file in files)
    done = subprocess.run([program, "-r", region, "-t", *files], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
