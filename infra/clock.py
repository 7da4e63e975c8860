"""What runs by the clock."""

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.function import named
from infra.put_away import FailedCalls


class Clock(Construct):
    """A run that fails is not tried again: the next one does what it left."""

    def __init__(
        self, scope: Construct, verb: str, function: lambda_.IFunction, *, every: Duration
    ) -> None:
        super().__init__(scope, f"{named(verb)}Clock")
        lost = DeadLetters(self)
        function.configure_async_invoke(on_failure=FailedCalls(lost.queue), retry_attempts=0)
        events.Rule(
            self,
            "Tick",
            description=f"career-relay: when {verb} runs",
            schedule=events.Schedule.rate(every),
            targets=[
                targets.LambdaFunction(
                    function,
                    dead_letter_queue=lost.queue,
                    retry_attempts=0,
                    event=events.RuleTargetInput.from_object({}),
                )
            ],
        )
