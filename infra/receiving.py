"""The queue of what companies' ATSs sent, and the door believed or did not."""

from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.queue import read, reader_queue
from infra.verbs import VERBS


class Receiving(Construct):
    queue: sqs.Queue

    def __init__(self, scope: Construct) -> None:
        super().__init__(scope, "Receiving")
        lost = DeadLetters(self)
        self.queue = reader_queue(self, "Queue", lost, timeout_s=VERBS["receive"].timeout_s)

    def to(self, function: lambda_.IFunction) -> None:
        read(self.queue, function, batch_size=10)
