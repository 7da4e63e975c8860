"""A webhook message's item, written and read."""

from collections.abc import Mapping
from typing import Any

from shared.domain.heard import Why
from shared.domain.webhook_message import KEPT, Attempt, Message, State
from shared.table import keys
from shared.table.codec import due, moment, optional_moment, stamp

_PLAIN = ("endpoint_id", "company_id", "message_id", "kind", "body", "tries", "turn")


def to_item(message: Message) -> dict[str, Any]:
    """With None for what it has not."""
    shard = keys.again_shard_of(message.message_id)
    looked_for = dict.fromkeys(keys.DUE) if message.look_at is None else due(shard, message.look_at)
    return {
        **{name: getattr(message, name) for name in _PLAIN},
        "occurred_at": stamp(message.occurred_at),
        "made_at": stamp(message.made_at),
        "state": message.state,
        "next_at": stamp(message.next_at) if message.next_at else None,
        "attempts": [_attempt(one) for one in message.attempts],
        keys.EXPIRES: int((message.made_at + KEPT).timestamp()),
        **looked_for,
    }


def from_item(item: Mapping[str, Any]) -> Message:
    return Message(
        **{name: item[name] for name in _PLAIN},
        occurred_at=moment(item["occurred_at"]),
        made_at=moment(item["made_at"]),
        state=State(item["state"]),
        next_at=optional_moment(item.get("next_at")),
        look_at=optional_moment(item.get(keys.DUE_SORT)),
        attempts=tuple(map(_made, item["attempts"])),
    )


def _attempt(one: Attempt) -> dict[str, Any]:
    said = {"at": stamp(one.at), "status": one.status, "why": one.why, "took_ms": one.took_ms}
    return {name: value for name, value in said.items() if value is not None}


def _made(kept: Mapping[str, Any]) -> Attempt:
    why = kept.get("why")
    return Attempt(
        moment(kept["at"]), kept.get("status"), Why(why) if why else None, kept["took_ms"]
    )
