"""The house alarm: a name an operator finds in docs/runbook.md, and one sentence of what it means.

It says neither whom it tells nor when: whatever alarm there is, infra.watch.operators hears it.
"""

from dataclasses import dataclass
from typing import Final

from aws_cdk import Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

ABOVE: Final = cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD
AT_LEAST: Final = cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
BELOW: Final = cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
RUNBOOK: Final = "docs/runbook.md"


@dataclass(frozen=True, slots=True)
class Rings:
    """When: `times` periods of the metric one after another.

    `in_silence`: no figure at all is as bad as a bad one; else it is as good as a good one.
    """

    when: cloudwatch.ComparisonOperator
    threshold: float
    times: int = 1
    in_silence: bool = False


def alarm(
    scope: Construct, what: str, says: str, metric: cloudwatch.IMetric, rings: Rings
) -> cloudwatch.Alarm:
    missing = cloudwatch.TreatMissingData
    return cloudwatch.Alarm(
        scope,
        what,
        alarm_name=f"{house_name(scope)}-{what}",
        alarm_description=f"{says} {RUNBOOK}: {what}",
        metric=metric,
        comparison_operator=rings.when,
        threshold=rings.threshold,
        evaluation_periods=rings.times,
        datapoints_to_alarm=rings.times,
        treat_missing_data=missing.BREACHING if rings.in_silence else missing.NOT_BREACHING,
    )


def silent(
    scope: Construct, what: str, says: str, metric: cloudwatch.IMetric, *, times: int
) -> cloudwatch.Alarm:
    """Rings when a figure that is always written, be it 0, is not."""
    return alarm(scope, what, says, metric, Rings(BELOW, 0, times, in_silence=True))


def house_name(scope: Construct) -> str:
    """career-relay-dev, in the stack CareerRelay-dev."""
    return f"career-relay-{Stack.of(scope).stack_name.partition('-')[2]}"
