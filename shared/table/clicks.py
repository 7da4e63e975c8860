"""Visits of a link, by day. In a table of their own: no stream, no index, nothing rests on them."""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.ids import LinkId
from shared.domain.link import Visit
from shared.table import keys
from shared.table.codec import encode
from shared.table.commit import Table
from shared.table.writes import key_of


@dataclass(frozen=True, slots=True)
class Clicks:
    """Its client must not retry: a visit may be lost, never doubled."""

    table: Table

    def count(self, link_id: LinkId, visit: Visit, at: datetime) -> None:
        self.table.client.update_item(
            TableName=self.table.name,
            Key=key_of(keys.clicks(link_id, at.date())),
            UpdateExpression="ADD #total :one, #kind :one",
            ExpressionAttributeNames={"#total": "total", "#kind": visit},
            ExpressionAttributeValues=encode({":one": 1}),
        )
