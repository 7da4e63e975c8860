"""One alarm for each function: it pages, and it takes a deploy back that set it off."""

from collections.abc import Mapping
from typing import Final

from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.verbs import SELDOM
from infra.watch.alarm import AT_LEAST, Rings, alarm
from infra.watch.figures import added, figure, of_live, ticked

SOME: Final = 3
"""One time-out heals by itself: what is asynchronous is tried again, and people press again."""


def each_failing(
    scope: Construct, does: Mapping[str, lambda_.Alias]
) -> dict[str, cloudwatch.Alarm]:
    return {verb: _failing(scope, verb, alias) for verb, alias in does.items()}


def _failing(scope: Construct, verb: str, alias: lambda_.Alias) -> cloudwatch.Alarm:
    """Lambda counts crashes and time-outs; what a handler caught, it ticked as Unhandled."""
    what = f"{verb.replace('_', '-')}-fails"
    times = 1 if verb in SELDOM else SOME
    says = f"{verb} failed, {times} times or more within five minutes."
    metric = added(of_live("Errors", alias), ticked("Unhandled", verb))
    return alarm(scope, what, says, metric, Rings(AT_LEAST, times))


def throttled(scope: Construct) -> cloudwatch.Alarm:
    """Functions share the account's concurrency, so this is the account's figure."""
    says = "AWS turned calls of functions away: the account runs as many as it may."
    metric = figure("AWS/Lambda", "Throttles", {})
    return alarm(scope, "functions-throttled", says, metric, Rings(AT_LEAST, 1, times=2))
