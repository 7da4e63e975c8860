"""What the table's own errors mean to us."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import Conflict, RelayError, Unavailable
from shared.table.codec import decode
from shared.table.writes import Write

CONTENDED: Final = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}
BUSY: Final = {
    "TransactionConflictException",
    "ThrottlingException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
}


@contextmanager
def understanding(writes: Sequence[Write] = ()) -> Iterator[None]:
    """Raises Conflict, Unavailable, or whatever the first refused write says."""
    try:
        yield
    except ClientError as error:
        raise understood(error, writes) from error
    except BotoCoreError as error:
        raise Unavailable("the table did not answer") from error


def understood(error: ClientError, writes: Sequence[Write]) -> RelayError:
    """What a refusal of the table means to us."""
    code = error.response["Error"]["Code"]
    if code in BUSY:
        return Conflict("the table asks us to come again")
    reasons: Any = error.response.get("CancellationReasons") or []
    codes = [reason.get("Code") for reason in reasons]
    if CONTENDED & set(codes):
        return Conflict("somebody else was writing")
    for write, reason in zip(writes, reasons, strict=False):
        if reason.get("Code") == "ConditionalCheckFailed":
            return write.refusal(decode(reason.get("Item") or {}))
    return Unavailable(f"the table refused: {code} {sorted(set(map(str, codes)))}")
