"""The counting queue: what a crowd left uncounted, one company's after another, in order."""

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.queue import read, reader_queue
from infra.verbs import VERBS


class Counting(Construct):
    queue: sqs.Queue

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Counting")
        lost = DeadLetters(self, fifo=True)
        self.queue = reader_queue(
            self, "Queue", lost, timeout_s=VERBS["count"].timeout_s, fifo=True
        )

    def to(self, function: lambda_.IFunction) -> None:
        read(self.queue, function, batch_size=10)
