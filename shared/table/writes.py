"""The few writes every transaction is made of. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.errors import AlreadyDone, Answered, IdempotencyMismatch, RelayError
from shared.domain.milestone import Guard
from shared.domain.once import Once, Reply
from shared.table import keys
from shared.table.codec import due, encode
from shared.table.expression import Expression

if TYPE_CHECKING:
    from shared.contracts.events import Event

type Refusal = Callable[[dict[str, Any]], RelayError]
"""Says what a failed condition means, from the item as it is (empty if there is none)."""


@dataclass(frozen=True, slots=True)
class Write:
    kind: str
    arguments: dict[str, Any]
    refusal: Refusal


def already_done(_: dict[str, Any]) -> RelayError:
    return AlreadyDone("this was done before")


def answered(once: Once, old: Mapping[str, Any]) -> RelayError:
    """What it means that this key was used before."""
    if old.get("request") != once.request_digest:
        return IdempotencyMismatch("this Idempotency-Key was used for another request")
    return Answered(Reply(old["status"], old["body"]))


class Writes:
    """Builds; `Table` commits."""

    __slots__ = ()

    def new(
        self, key: keys.Key, values: Mapping[str, Any], refusal: Refusal = already_done
    ) -> Write:
        """An item that must not exist yet."""
        return self._put(key, values, f"attribute_not_exists({keys.PARTITION})", {}, refusal)

    def replace(
        self,
        key: keys.Key,
        values: Mapping[str, Any],
        unless: Callable[[Expression], str],
        refusal: Refusal,
    ) -> Write:
        """An item that may take the place of one for which `unless` does not hold."""
        expression = Expression()
        condition = f"attribute_not_exists({keys.PARTITION}) OR {unless(expression)}"
        return self._put(key, values, condition, expression.arguments(), refusal)

    def _put(
        self, key: keys.Key, values: Mapping[str, Any], condition: str, more: Any, refusal: Refusal
    ) -> Write:
        item = encode({**key._asdict(), **values})
        return Write("Put", {"Item": item, "ConditionExpression": condition, **more}, refusal)

    def change(
        self,
        key: keys.Key,
        *,
        guards: Sequence[Guard] = (),
        state_in: Sequence[str] = (),
        unset: Sequence[str] = (),
        put: Mapping[str, Any] | None = None,
        add: Mapping[str, int] | None = None,
        remove: Sequence[str] = (),
        refusal: Refusal = already_done,
    ) -> Write:
        """An existing item, changed where every guard holds and no field of `unset` is there."""
        expression = Expression()
        condition = standing(expression, guards, unset)
        if state_in:
            condition += f" AND {expression.one_of('state', state_in)}"
        changed = expression.change(put or {}, add or {}, remove)
        arguments = {
            "Key": key_of(key),
            "UpdateExpression": changed,
            "ConditionExpression": condition,
            **expression.arguments(),
        }
        return Write("Update", arguments, refusal)

    def check(
        self,
        key: keys.Key,
        *,
        guards: Sequence[Guard],
        unset: Sequence[str] = (),
        refusal: Refusal,
    ) -> Write:
        """An item this act leaves alone, and rests on."""
        expression = Expression()
        condition = standing(expression, guards, unset)
        arguments = {"Key": key_of(key), "ConditionExpression": condition}
        return Write("ConditionCheck", {**arguments, **expression.arguments()}, refusal)

    def gone(self, key: keys.Key, *, guards: Sequence[Guard] = (), refusal: Refusal) -> Write:
        """No item under this key any more; there must have been one, for which all guards hold."""
        expression = Expression()
        condition = standing(expression, guards, ())
        arguments = {"Key": key_of(key), "ConditionExpression": condition}
        return Write("Delete", {**arguments, **expression.arguments()}, refusal)

    def delete(
        self,
        key: keys.Key,
        *,
        guards: Sequence[Guard],
        unset: Sequence[str] = (),
        refusal: Refusal,
    ) -> Write:
        """No item under this key, if the one there was is the one meant; none there is as good."""
        expression = Expression()
        meant = standing(expression, guards, unset)
        arguments = {
            "Key": key_of(key),
            "ConditionExpression": f"attribute_not_exists({keys.PARTITION}) OR ({meant})",
            **expression.arguments(),
        }
        return Write("Delete", arguments, refusal)

    def ceiling(self, key: keys.Key, limit: int, *, expires: datetime, refusal: Refusal) -> Write:
        """One more of something, at most `limit` in this key's window."""
        expression = Expression()
        changed = expression.change({keys.EXPIRES: int(expires.timestamp())}, {"count": 1}, ())
        below = f"{expression.name('count')} < {expression.value(limit)}"
        arguments = {
            "Key": key_of(key),
            "UpdateExpression": changed,
            "ConditionExpression": f"attribute_not_exists({keys.PARTITION}) OR {below}",
            **expression.arguments(),
        }
        return Write("Update", arguments, refusal)

    def more(
        self, key: keys.Key, add: Mapping[str, int], put: Mapping[str, Any] | None = None
    ) -> Write:
        """Added to an item, there or not. Only beside a write that makes twice impossible."""
        expression = Expression()
        changed = expression.change(put or {}, add, ())
        arguments = {"Key": key_of(key), "UpdateExpression": changed, **expression.arguments()}
        return Write("Update", arguments, already_done)

    def answer(self, once: Once | None, reply: Reply) -> list[Write]:
        """Remember what was answered, beside what was done; nothing where no key was sent."""
        if once is None:
            return []
        values = {
            "request": once.request_digest,
            "status": reply.status,
            "body": reply.body,
            keys.EXPIRES: int(once.until.timestamp()),
        }

        key = keys.answer(once.scope, once.key_digest)
        return [self.new(key, values, lambda old: answered(once, old))]

    def outbox(self, event: Event, *, to: str = "bus") -> Write:
        """Say `event` by committing it; `publish` carries it on."""
        values = _saying(event, to, event.occurred_at)
        return self.new(keys.outbox(event.event_id), values)

    def held(self, event: Event, until: datetime) -> Write:
        """Say `event`, which was said before, again from then on; `sweep` finds it."""
        values = _saying(event, "bus", until)
        return self.new(keys.held(event.event_id), values)


def standing(expression: Expression, guards: Sequence[Guard], unset: Sequence[str]) -> str:
    """The item is there, every guard holds, and no field of `unset` is there."""
    conditions = [f"attribute_exists({keys.PARTITION})"]
    conditions += [expression.all_of(guards)] if guards else []
    conditions += [f"attribute_not_exists({expression.name(field)})" for field in unset]
    return " AND ".join(conditions)


def _saying(event: Event, to: str, since: datetime) -> dict[str, Any]:
    return {
        "detail_type": event.detail_type,
        "detail": event.model_dump_json(),
        "company_id": getattr(event, "company_id", None),
        "to": to,
        **due(keys.shard_of(event.event_id), since),
    }


def key_of(key: keys.Key) -> dict[str, Any]:
    """A key as DynamoDB is asked for it."""
    return encode(key._asdict())
