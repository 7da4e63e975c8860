"""What was said by committing reaches `publish`: new outbox items, from the Core table's stream."""

from typing import Final

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.dead_letters import DeadLetters
from infra.put_away import FailedRecords
from infra.table import RelayTable
from shared.table import keys

RETRIES: Final = 10


def new_outbox_items() -> dict[str, object]:
    """A mail once said is deleted from the outbox, and time deletes too: INSERT alone counts."""
    partition = {keys.PARTITION: {"S": lambda_.FilterRule.begins_with(keys.OUTBOX_PREFIX)}}
    return dict(
        lambda_.FilterCriteria.filter(
            {"eventName": lambda_.FilterRule.is_equal("INSERT"), "dynamodb": {"Keys": partition}}
        )
    )


class Publisher(Construct):
    """A record nobody can publish stops its shard ten times, then leaves; the sweeper says it."""

    def __init__(self, scope: Construct, function: lambda_.IFunction, core: RelayTable) -> None:
        super().__init__(scope, "Publisher")
        core.allow_stream(function)
        lambda_.EventSourceMapping(
            self,
            "Follows",
            target=function,
            event_source_arn=core.table_stream_arn,
            starting_position=lambda_.StartingPosition.TRIM_HORIZON,
            filters=[new_outbox_items()],
            batch_size=25,
            bisect_batch_on_error=True,
            report_batch_item_failures=True,
            retry_attempts=RETRIES,
            on_failure=FailedRecords(DeadLetters(self).queue),
        )
