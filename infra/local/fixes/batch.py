"""What becomes of the records of a stream a Lambda was offered, as its mapping says."""

import json
import time
from collections.abc import Callable
from typing import Any

from ministack.services import lambda_svc

type Execute = Callable[[Any, Any], dict[str, Any]]


class Batch:
    """One batch of one mapping, until each of its records is done with or given up."""

    def __init__(self, function: Any, event: Any, execute: Execute) -> None:
        self._function, self._execute, self._records = function, execute, event["Records"]
        self._stream = self._records[0]["eventSourceARN"]
        name = (function.get("config") or function).get("FunctionName")
        self._mapping = next(
            m
            for _, _, m in lambda_svc._iter_all_esms()
            if m.get("EventSourceArn") == self._stream and m.get("FunctionName") == name
        )
        retries = self._mapping.get("MaximumRetryAttempts")
        self._retries = float("inf") if retries in (None, -1) else int(retries)

    def deliver(self) -> dict[str, Any]:
        self._run(self._records, 0)
        return {"body": {}}

    def _run(self, records: Any, tries: int) -> None:
        while records:
            result = self._execute(self._function, {"Records": records})
            left = self._left(records, result)
            if len(left) < len(records):
                records, tries = left, 0
                continue
            if self._mapping.get("BisectBatchOnFunctionError") and len(records) > 1:
                half = len(records) // 2
                self._run(records[:half], tries)
                records = records[half:]
                continue
            records, tries = self._again_or_give_up(records, tries + 1, result)

    def _left(self, records: Any, result: Any) -> Any:
        """From the first record that failed on: a shard is read in order."""
        if result.get("error"):
            return records
        if "ReportBatchItemFailures" not in (self._mapping.get("FunctionResponseTypes") or []):
            return []
        body = result.get("body") or {}
        said = json.loads(body) if isinstance(body, str | bytes) else body
        failed = {str(f.get("itemIdentifier")) for f in said.get("batchItemFailures") or []}
        numbers = [str(r["dynamodb"]["SequenceNumber"]) for r in records]
        first = next((i for i, n in enumerate(numbers) if n in failed), len(records))
        return records[first:]

    def _again_or_give_up(self, records: Any, tries: int, result: Any) -> tuple[Any, int]:
        if tries <= self._retries:
            time.sleep(min(0.05 * 2 ** min(tries, 6), 2))
            return records, tries
        lambda_svc._send_ddb_stream_failure_record(
            self._mapping,
            self._function,
            records[:1],
            self._stream,
            result,
            "RetryAttemptsExhausted",
        )
        return records[1:], 0
