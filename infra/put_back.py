"""A reader that may put a message back for longer than its queue would."""

from typing import cast

from aws_cdk import aws_lambda as lambda_

from infra.given import Given, give
from infra.reader import Reader
from shared.settings import WRITE_BACK_QUEUE_URL


def put_back(reader: Reader, verb: lambda_.Alias) -> None:
    """A queue is made after the function that reads it; `verb` is that one."""
    queue = reader.queue
    to = Given(queue.queue_url, "sqs:ChangeMessageVisibility", queue.queue_arn)
    function = cast(lambda_.Function, verb.lambda_)
    give(function, (WRITE_BACK_QUEUE_URL,), {WRITE_BACK_QUEUE_URL: to})
