"""What people and programs get: rings when they are refused by our fault, or wait too long."""

from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.api import Api
from infra.watch.alarm import ABOVE, AT_LEAST, Rings, alarm
from infra.watch.figures import FIVE, P99, figure, of_live


def broken(scope: Construct, api: Api) -> cloudwatch.Alarm:
    metric = figure("AWS/ApiGateway", "5xx", {"ApiId": api.api.api_id})
    says = "Five answers within five minutes said that something is wrong on our side."
    return alarm(scope, "api-5xx", says, metric, Rings(AT_LEAST, 5))


def shut(scope: Construct, api: Api) -> None:
    """A lock that lets nobody in is no 5xx: everybody is refused. Guessers alone are fewer."""
    asked, refused = (
        figure("AWS/ApiGateway", name, {"ApiId": api.api.api_id}) for name in ("Count", "4xx")
    )
    share = cloudwatch.MathExpression(
        expression="IF(asked >= 10, refused / asked, 0)",
        using_metrics={"asked": asked, "refused": refused},
        period=FIVE,
    )
    says = "Nine answers in ten were refusals, for a quarter of an hour."
    alarm(scope, "doors-shut", says, share, Rings(ABOVE, 0.9, times=3))


def slow(scope: Construct, click: lambda_.Alias) -> cloudwatch.Alarm:
    """Without the start: with few visitors each one starts a function, and nobody can mend that.

    What visitors wait for in all is on the dashboard.
    """
    says = "The landing page takes over half a second for one visitor in a hundred."
    metric = of_live("Duration", click, take=P99)
    return alarm(scope, "landing-slow", says, metric, Rings(ABOVE, 500, times=3))
