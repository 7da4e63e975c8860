"""What hires cost a company by its own word, as a part of its item, and back."""

from typing import Any

from shared.domain.saving import Channel, Cost, OwnCosts


def to_item(costs: OwnCosts) -> list[dict[str, Any]]:
    return [
        {"channel": cost.channel, "hires": cost.hires, "each_jpy": cost.each_jpy}
        for cost in costs.costs
    ]


def from_item(item: list[dict[str, Any]] | None) -> OwnCosts | None:
    if item is None:
        return None
    return OwnCosts(
        tuple(Cost(Channel(c["channel"]), int(c["hires"]), int(c["each_jpy"])) for c in item)
    )
