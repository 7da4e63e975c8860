"""The queue of turns: which connection is asked now. Each alone, so that none waits for another."""

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.queue import read, reader_queue
from infra.verbs import VERBS


class Asking(Construct):
    queue: sqs.Queue

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Asking")
        lost = DeadLetters(self)
        self.queue = reader_queue(self, "Queue", lost, timeout_s=VERBS["ask"].timeout_s)

    def to(self, function: lambda_.IFunction) -> None:
        read(self.queue, function, batch_size=1)
