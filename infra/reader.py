"""A function that hears facts: its own rule, queue and dead letters, so none waits for another."""

from collections.abc import Sequence

from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.function import named
from infra.queue import read, reader_queue
from infra.verbs import VERBS
from shared.contracts.events import Event
from shared.domain.outbox import SOURCE


class Reader(Construct):
    def __init__(
        self,
        scope: Construct,
        verb: str,
        function: lambda_.IFunction,
        *,
        bus: events.EventBus,
        facts: Sequence[type[Event]],
        batch_size: int = 10,
    ) -> None:
        super().__init__(scope, f"{named(verb)}Reader")
        self.lost = DeadLetters(self)
        self.queue = reader_queue(self, "Facts", self.lost, timeout_s=VERBS[verb].timeout_s)
        events.Rule(
            self,
            "Hears",
            description=f"career-relay: what {verb} hears",
            event_bus=bus,
            event_pattern=events.EventPattern(
                source=[SOURCE], detail_type=[fact.detail_type for fact in facts]
            ),
            targets=[targets.SqsQueue(self.queue, dead_letter_queue=self.lost.queue)],
        )
        read(self.queue, function, batch_size=batch_size)
