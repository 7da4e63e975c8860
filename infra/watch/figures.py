"""Where a figure is found: ours by the verb that ticks it, AWS's by what it is about."""

from collections.abc import Mapping
from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_

from infra.function import LIVE

OURS: Final = "CareerRelay"
MINUTE: Final = Duration.minutes(1)
FIVE: Final = Duration.minutes(5)
HOUR: Final = Duration.hours(1)
DAY: Final = Duration.days(1)
SUM: Final = cloudwatch.Stats.SUM
MAX: Final = cloudwatch.Stats.MAXIMUM
MIN: Final = cloudwatch.Stats.MINIMUM
P50: Final = cloudwatch.Stats.percentile(50)
P99: Final = cloudwatch.Stats.percentile(99)


def figure(
    namespace: str,
    name: str,
    of: Mapping[str, str],
    *,
    every: Duration = FIVE,
    take: str = SUM,
    label: str | None = None,
) -> cloudwatch.Metric:
    return cloudwatch.Metric(
        namespace=namespace,
        metric_name=name,
        dimensions_map={**of},
        period=every,
        statistic=take,
        label=label,
    )


def ticked(
    name: str, verb: str, *, every: Duration = FIVE, take: str = SUM, label: str | None = None
) -> cloudwatch.Metric:
    """What functions/<verb> ticks (shared.observe)."""
    return figure(OURS, name, {"service": verb}, every=every, take=take, label=label)


def of_live(
    name: str, alias: lambda_.Alias, *, take: str = SUM, label: str | None = None
) -> cloudwatch.Metric:
    """What Lambda says of a function, called by its alias: that is, by whatever calls it here."""
    function = alias.lambda_.function_name
    of = {"FunctionName": function, "Resource": f"{function}:{LIVE}"}
    return figure("AWS/Lambda", name, of, take=take, label=label)


def added(
    *metrics: cloudwatch.IMetric, every: Duration = FIVE, label: str = ""
) -> cloudwatch.MathExpression:
    """Their sum. One that said nothing counts as 0."""
    return _over("SUM", metrics, every, label)


def highest(
    *metrics: cloudwatch.IMetric, every: Duration = FIVE, label: str = ""
) -> cloudwatch.MathExpression:
    return _over("MAX", metrics, every, label)


def _over(
    what: str, metrics: tuple[cloudwatch.IMetric, ...], every: Duration, label: str
) -> cloudwatch.MathExpression:
    named = {f"m{n}": metric for n, metric in enumerate(metrics)}
    filled = ", ".join(f"FILL({name}, 0)" for name in named)
    return cloudwatch.MathExpression(
        expression=f"{what}([{filled}])", using_metrics=named, period=every, label=label or None
    )
