"""What is kept for a day is kept while half a year goes by: the engine tidies by the real time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from infra.local.story.world import World


@contextmanager
def lasting(world: World) -> Iterator[None]:
    """Afterwards what is long over goes, as it would have."""
    client = world.clients.client("dynamodb")
    kept = {
        name: _attribute(client, name) for name in (world.core.name, world.stack["ClicksTable"])
    }
    tidied = {name: attribute for name, attribute in kept.items() if attribute}
    for name, attribute in tidied.items():
        _tidy(client, name, attribute, on=False)
    try:
        yield
    finally:
        for name, attribute in tidied.items():
            _tidy(client, name, attribute, on=True)


def _attribute(client: Any, table: str) -> str:
    """What says when an item is over; none where nothing is tidied."""
    told = client.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    return str(told.get("AttributeName", ""))


def _tidy(client: Any, table: str, attribute: str, *, on: bool) -> None:
    said = {"Enabled": on, "AttributeName": attribute}
    client.update_time_to_live(TableName=table, TimeToLiveSpecification=said)
