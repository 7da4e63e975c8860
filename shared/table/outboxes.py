"""What was committed and is still to be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.outbox import Said
from shared.table import keys
from shared.table.commit import Table
from shared.table.refusals import understanding
from shared.table.writes import key_of

if TYPE_CHECKING:
    from shared.contracts.events import ReconcileDifference


@dataclass(frozen=True, slots=True)
class Outboxes:
    table: Table

    def forget(self, said: Said) -> None:
        """It was said; saying it again would do no harm. Raises Unavailable, Conflict."""
        name = keys.held if said.held else keys.outbox
        with understanding():
            self.table.client.delete_item(
                TableName=self.table.name, Key=key_of(name(said.event_id))
            )

    def older_than(self, before: datetime) -> Iterator[Said]:
        """What should have been said by now, oldest first in each shard."""
        for shard in range(keys.SHARDS):
            yield from (said(item) for item in self.table.due(keys.due_shard(shard), before))

    def say(self, event: ReconcileDifference) -> None:
        """What nothing else is committed with. Raises AlreadyDone, Conflict."""
        self.table.commit(self.table.outbox(event))


def said(item: dict[str, Any]) -> Said:
    """An outbox item, from the table or from its stream."""
    kept = item[keys.PARTITION]
    held = kept.startswith(keys.MORNING_PREFIX)
    event_id = kept.removeprefix(keys.MORNING_PREFIX if held else keys.OUTBOX_PREFIX)
    company_id = item.get("company_id")
    return Said(event_id, item["detail_type"], item["detail"], item["to"], company_id, held)
