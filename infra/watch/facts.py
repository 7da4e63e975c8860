"""What was committed and goes its way by itself: rings when it stands still."""

from collections.abc import Sequence

from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.watch.alarm import ABOVE, AT_LEAST, Rings, alarm, silent
from infra.watch.figures import DAY, HOUR, MAX, MINUTE, highest, of_live, ticked


def facts(scope: Construct, publish: lambda_.Alias, read: Sequence[sqs.Queue]) -> None:
    says = "What was committed two minutes ago has not been said."
    age_ms = of_live("IteratorAge", publish, take=MAX)
    alarm(scope, "publish-behind", says, age_ms, Rings(ABOVE, 120_000))
    says = "A fact has waited for its reader for ten minutes."
    alarm(scope, "facts-wait", says, oldest(read), Rings(ABOVE, 600, times=3))
    says = "The sweeper could not say what it found, five times one after another."
    refused = ticked("SweepRefused", "sweep", every=MINUTE)
    alarm(scope, "outbox-unsaid", says, refused, Rings(AT_LEAST, 1, times=5))
    says = "The sweeper has not finished a run for five minutes."
    silent(scope, "sweep-silent", says, ticked("SweptLate", "sweep", every=MINUTE), times=5)


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
