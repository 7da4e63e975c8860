"""What was committed and is still to be said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.domain.outbox import Said
from shared.table import keys
from shared.table.codec import decode, encode, stamp
from shared.table.commit import Table


@dataclass(frozen=True, slots=True)
class Outboxes:
    table: Table

    def forget(self, said: Said) -> None:
        """It was said; saying it again would do no harm."""
        key = encode(keys.outbox(said.event_id)._asdict())
        self.table.client.delete_item(TableName=self.table.name, Key=key)

    def older_than(self, before: datetime) -> Iterator[Said]:
        """What should have been said by now, oldest first in each shard."""
        for shard in range(keys.SHARDS):
            pages = self.table.client.get_paginator("query").paginate(
                TableName=self.table.name,
                IndexName=keys.DUE_INDEX,
                KeyConditionExpression=f"{keys.DUE_PARTITION} = :shard AND {keys.DUE_SORT} < :t",
                ExpressionAttributeValues=encode(
                    {":shard": keys.due_shard(shard), ":t": stamp(before)}
                ),
            )
            for page in pages:
                yield from (said(decode(item)) for item in page["Items"])


def said(item: dict[str, Any]) -> Said:
    """An outbox item, from the table or from its stream."""
    event_id = item[keys.PARTITION].removeprefix(keys.OUTBOX_PREFIX)
    return Said(event_id, item["detail_type"], item["detail"], item["to"], item.get("company_id"))
