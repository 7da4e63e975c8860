"""ministack restores how far a stream was read, but not its records: the next would be skipped."""

from typing import Any

from ministack.services import lambda_svc


def install() -> None:
    load = lambda_svc.load_persisted_state

    def from_the_first(data: Any) -> None:
        load(data)
        for reader in list(lambda_svc._dynamodb_stream_positions._data):
            lambda_svc._dynamodb_stream_positions._data[reader] = 0

    lambda_svc.load_persisted_state = from_the_first
