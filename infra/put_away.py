"""What Lambda could not have handled it puts into dead letters, in the function's name.

CDK's own would also let the function look the queue up, which nothing does.
"""

from typing import Final

import jsii
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

PUT: Final = "sqs:SendMessage"


@jsii.implements(lambda_.IDestination)
class FailedCalls:
    """Of a function called asynchronously."""

    def __init__(self, queue: sqs.Queue) -> None:
        self._queue = queue

    def bind(
        self, scope: Construct, fn: lambda_.IFunction, *, type: lambda_.DestinationType
    ) -> lambda_.DestinationConfig:
        self._queue.grant(fn, PUT)
        return lambda_.DestinationConfig(destination=self._queue.queue_arn)


@jsii.implements(lambda_.IEventSourceDlq)
class FailedRecords:
    """Of a stream: where they are in it, not what they hold."""

    def __init__(self, queue: sqs.Queue) -> None:
        self._queue = queue

    def bind(
        self, target: lambda_.IEventSourceMapping, target_handler: lambda_.IFunction
    ) -> lambda_.DlqDestinationConfig:
        self._queue.grant(target_handler, PUT)
        return lambda_.DlqDestinationConfig(destination=self._queue.queue_arn)
