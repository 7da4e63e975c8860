"""Every minute `sweep` says what was committed and not said."""

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_destinations as destinations
from constructs import Construct

from infra.dead_letters import DeadLetters

EVERY: Final = Duration.minutes(1)


class Clock(Construct):
    """A sweep that fails is not tried again: the next one does what it left."""

    def __init__(self, scope: Construct, function: lambda_.IFunction) -> None:
        super().__init__(scope, "Clock")
        lost = DeadLetters(self)
        function.configure_async_invoke(
            on_failure=destinations.SqsDestination(lost.queue), retry_attempts=0
        )
        events.Rule(
            self,
            "EveryMinute",
            description="career-relay: when sweep runs",
            schedule=events.Schedule.rate(EVERY),
            targets=[
                targets.LambdaFunction(
                    function,
                    dead_letter_queue=lost.queue,
                    retry_attempts=0,
                    event=events.RuleTargetInput.from_object({}),
                )
            ],
        )
