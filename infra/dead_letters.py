"""Where a message ends that nobody could handle, and the alarm that says so."""

import re
from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.acknowledged import acknowledge
from infra.watch.alarm import ABOVE, Rings, alarm

KEPT: Final = Duration.days(14)
TRIES: Final = 5


class DeadLetters(Construct):
    def __init__(self, scope: Construct, id_: str = "Lost", *, fifo: bool = False) -> None:
        super().__init__(scope, id_)
        self.queue = sqs.Queue(
            self,
            "Queue",
            fifo=fifo or None,
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            retention_period=KEPT,
        )
        acknowledge(self.queue, "SQS3", "This is a dead-letter queue; its depth has an alarm.")
        self.after_tries = sqs.DeadLetterQueue(queue=self.queue, max_receive_count=TRIES)
        self._alarm(scope)

    def _alarm(self, scope: Construct) -> None:
        depth = self.queue.metric_approximate_number_of_messages_visible(
            period=Duration.minutes(1), statistic=cloudwatch.Stats.MAXIMUM
        )
        says = f"{scope.node.id} gave up on what nobody could handle."
        alarm(self, f"{spelled(scope.node.id)}-lost", says, depth, Rings(ABOVE, 0))


def spelled(name: str) -> str:
    """
    >>> spelled("NotifyReader")
    'notify-reader'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
