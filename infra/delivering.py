"""The queue of webhooks to be sent: each endpoint's beside the others', in no order."""

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.queue import read, reader_queue
from infra.verbs import VERBS


class Delivering(Construct):
    """A standard queue: whoever sends names the endpoint as the group, and SQS is fair to groups.

    One message a call, for an attempt may take fifteen seconds.
    """

    queue: sqs.Queue

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Delivering")
        self.queue = reader_queue(
            self, "Queue", DeadLetters(self), timeout_s=VERBS["deliver"].timeout_s
        )

    def to(self, function: lambda_.IFunction) -> None:
        read(self.queue, function, batch_size=1)
