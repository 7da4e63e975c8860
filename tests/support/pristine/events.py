"""How the published engine delivers what happened."""

import threading
import time
from typing import Any
from unittest import mock

from ministack.services import dynamodb, eventbridge, lambda_svc, sqs

_ARN = "arn:aws:lambda:ap-northeast-1:000000000000:function:f"
_FUNCTION = {"config": {"FunctionName": "f", "FunctionArn": _ARN}, "versions": {}, "aliases": {}}
_STREAM = {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}


def needs_calls() -> bool:
    """A Lambda a rule calls is called once, though it fails."""
    called = threading.Semaphore(0)

    def fail(*_: Any) -> dict[str, Any]:
        called.release()
        return {"error": True, "body": {}}

    lambda_svc._functions["f"] = _FUNCTION
    with mock.patch.multiple(
        lambda_svc, _execute_function_with_config_scope=fail, _execute_function=fail
    ):
        eventbridge._dispatch_to_lambda(_ARN, "{}")
        return called.acquire(timeout=5) and not called.acquire(timeout=1)


def needs_patience() -> bool:
    """A message that failed stays away for its whole visibility timeout."""
    attributes = {"VisibilityTimeout": "300"}
    url = sqs._act_create_queue({"QueueName": "slow", "Attributes": attributes}, "")["QueueUrl"]
    sqs._act_send_message({"QueueUrl": url, "MessageBody": "x"}, url)
    batch = sqs._receive_messages_for_esm(url, 1)
    with mock.patch.object(lambda_svc, "_execute_function", return_value={"error": True}):
        mapping = {"UUID": "u", "FunctionName": "f"}
        lambda_svc._run_sqs_batch(mapping, _FUNCTION, {}, batch, url, "slow")
    return bool(batch[0]["visible_at"] > time.time() + 200)


def needs_streams() -> bool:
    """A record reported as failed is passed over."""
    table = {
        "TableName": "streamed",
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "BillingMode": "PAY_PER_REQUEST",
        "StreamSpecification": _STREAM,
    }
    dynamodb._create_table(table)
    lambda_svc._functions["f"] = _FUNCTION

    def refuse(_function: Any, event: Any) -> dict[str, Any]:
        numbers = [r["dynamodb"]["SequenceNumber"] for r in event["Records"]]
        return {"body": {"batchItemFailures": [{"itemIdentifier": n} for n in numbers]}}

    with (
        mock.patch.object(lambda_svc, "_execute_function", refuse),
        mock.patch.object(lambda_svc, "_ensure_poller"),
    ):
        lambda_svc._create_esm(
            {
                "FunctionName": "f",
                "EventSourceArn": dynamodb._tables["streamed"]["LatestStreamArn"],
                "StartingPosition": "TRIM_HORIZON",
                "FunctionResponseTypes": ["ReportBatchItemFailures"],
            }
        )
        dynamodb._put_item({"TableName": "streamed", "Item": {"pk": {"S": "1"}}})
        lambda_svc._poll_dynamodb_streams()
    return list(lambda_svc._dynamodb_stream_positions.values()) == [1]
