"""What a refusal of DynamoDB means to us."""

from typing import Any
from unittest.mock import create_autospec

import boto3
import pytest
from botocore.exceptions import ClientError

from shared.domain.errors import AlreadyDone, Conflict, PersonTaken, RelayError, Unavailable
from shared.domain.ids import RegistrationId
from shared.table.commit import Table
from shared.table.refusals import understood
from shared.table.registrations import Registrations
from shared.table.writes import Refusal, Write
from tests.support.builders import NOON

OLD = {"company_id": {"S": "co_bolt"}}


def refused(code: str, *reasons: str) -> ClientError:
    told = [{"Code": reason, "Item": OLD} for reason in reasons]
    response: Any = {"Error": {"Code": code}, "CancellationReasons": told}
    return ClientError(response, "TransactWriteItems")


def write(refusal: Refusal) -> Write:
    return Write("Update", {}, refusal)


WRITES = [write(lambda _: AlreadyDone()), write(lambda old: PersonTaken(old["company_id"]))]


@pytest.mark.parametrize(
    ("reasons", "error"),
    [
        (("ConditionalCheckFailed", "None"), AlreadyDone),
        (("None", "ConditionalCheckFailed"), PersonTaken),
        (("ConditionalCheckFailed", "ConditionalCheckFailed"), AlreadyDone),
        (("TransactionConflict", "None"), Conflict),
        (("ConditionalCheckFailed", "TransactionConflict"), Conflict),
        (("None", "ThrottlingError"), Conflict),
        (("None", "ProvisionedThroughputExceeded"), Conflict),
        (("None", "ValidationError"), Unavailable),
    ],
)
def test_a_cancelled_transaction_is_said_by_its_first_refused_write_unless_contended(
    reasons: tuple[str, ...], error: type[RelayError]
) -> None:
    assert type(understood(refused("TransactionCanceledException", *reasons), WRITES)) is error


def test_a_refusal_speaks_from_the_item_as_it_is() -> None:
    said = understood(
        refused("TransactionCanceledException", "None", "ConditionalCheckFailed"), WRITES
    )
    assert isinstance(said, PersonTaken) and said.company_id == "co_bolt"


BUSY = ["TransactionConflictException", "TransactionInProgressException", "ThrottlingException"]


@pytest.mark.parametrize("code", [*BUSY, "ProvisionedThroughputExceededException"])
def test_a_busy_table_is_a_conflict_to_try_again(code: str) -> None:
    assert type(understood(refused(code), [])) is Conflict


def test_anything_else_is_a_table_that_is_away() -> None:
    assert type(understood(refused("AccessDeniedException"), WRITES)) is Unavailable


def test_a_try_of_a_code_that_meets_a_verdict_being_written_is_a_conflict() -> None:
    client = create_autospec(boto3.client("dynamodb"), instance=True)
    client.exceptions.ConditionalCheckFailedException = type("Failed", (ClientError,), {})
    client.update_item.side_effect = refused("TransactionConflictException")
    with pytest.raises(Conflict):
        Registrations(Table("core", client)).try_code(RegistrationId("reg_ada"), NOON)
