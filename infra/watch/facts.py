"""What was committed and goes its way by itself: rings when it stands still."""

from collections.abc import Sequence
from itertools import batched
from typing import Final

from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.watch.alarm import ABOVE, AT_LEAST, Rings, alarm, silent
from infra.watch.figures import DAY, HOUR, MAX, MINUTE, highest, of_live, ticked
from infra.watch.queues import is_patient

MOST_METRICS: Final = 10
"""CloudWatch's, of an alarm."""


def facts(scope: Construct, publish: lambda_.Alias, read: Sequence[sqs.Queue]) -> None:
    says = "What was committed two minutes ago has not been said."
    age_ms = of_live("IteratorAge", publish, take=MAX)
    alarm(scope, "publish-behind", says, age_ms, Rings(ABOVE, 120_000))
    waiting(scope, [queue for queue in read if not is_patient(queue)])
    says = "What a vendor did not take at once has waited for twelve hours."
    late = oldest([queue for queue in read if is_patient(queue)])
    alarm(scope, "vendors-wait", says, late, Rings(ABOVE, 12 * 3600, times=3))
    says = "The sweeper could not say what it found, five times one after another."
    refused = ticked("SweepRefused", "sweep", every=MINUTE)
    alarm(scope, "outbox-unsaid", says, refused, Rings(AT_LEAST, 1, times=5))
    says = "The sweeper has not finished a run for five minutes."
    silent(scope, "sweep-silent", says, ticked("SweptLate", "sweep", every=MINUTE), times=5)


def waiting(scope: Construct, read: Sequence[sqs.Queue]) -> None:
    says = "A fact has waited for its reader for ten minutes."
    for number, some in enumerate(batched(read, MOST_METRICS, strict=False), 1):
        name = "facts-wait" if number == 1 else f"facts-wait-{number}"
        alarm(scope, name, says, oldest(some), Rings(ABOVE, 600, times=3))


def judging(scope: Construct) -> None:
    says = "What judge could not give its verdict came again, five times one after another."
    refused = ticked("JudgeRefused", "judge", every=MINUTE)
    alarm(scope, "judge-refused", says, refused, Rings(AT_LEAST, 1, times=5))
    says = "Nobody has looked for holds that are over for five minutes."
    silent(scope, "judge-silent", says, ticked("HoldJudged", "judge", every=MINUTE), times=5)


def contacts(scope: Construct) -> None:
    overdue = ticked("ContactOverdue", "aftercare", every=HOUR, take=MAX)
    says = "A candidate waits for an adviser longer than they were told."
    alarm(scope, "contact-overdue", says, overdue, Rings(ABOVE, 0))


def truth(scope: Construct) -> None:
    said = ticked("ReconcileDifference", "reconcile", every=DAY, take=MAX)
    says = "A figure differs from what the registrations add up to."
    alarm(scope, "reconcile-difference", says, said, Rings(ABOVE, 0))
    says = "Nobody has compared the figures for two days."
    silent(scope, "reconcile-silent", says, said, times=2)


def oldest(queues: Sequence[sqs.Queue]) -> cloudwatch.MathExpression:
    """In seconds, of whatever any of them holds."""
    ages = (
        q.metric_approximate_age_of_oldest_message(period=MINUTE, statistic=MAX) for q in queues
    )
    return highest(*ages, every=MINUTE)
