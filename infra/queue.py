"""The house queue: encrypted, patient six times as long as its reader, and never the last stop."""

from typing import Final

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.dead_letters import DeadLetters

READING: Final = ("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
"""What Lambda does with a queue in its reader's name: AWSLambdaSQSQueueExecutionRole."""


def reader_queue(
    scope: Construct, id_: str, lost: DeadLetters, *, timeout_s: int, fifo: bool = False
) -> sqs.Queue:
    return sqs.Queue(
        scope,
        id_,
        fifo=fifo or None,
        encryption=sqs.QueueEncryption.SQS_MANAGED,
        enforce_ssl=True,
        visibility_timeout=Duration.seconds(6 * timeout_s),
        dead_letter_queue=lost.after_tries,
    )


def read(queue: sqs.Queue, function: lambda_.IFunction, *, batch_size: int) -> None:
    """Each message stands or falls alone."""
    queue.grant(function, *READING)
    lambda_.EventSourceMapping(
        queue,
        "Reader",
        target=function,
        event_source_arn=queue.queue_arn,
        batch_size=batch_size,
        report_batch_item_failures=True,
    )
