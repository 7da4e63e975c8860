"""Few writes, and one commit: all of them or none, and a refusal that names its write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import ClientError

from shared.domain.errors import (
    AlreadyDone,
    Answered,
    Conflict,
    IdempotencyMismatch,
    RelayError,
    Unavailable,
)
from shared.domain.milestone import Guard
from shared.domain.once import Once, Reply
from shared.table import keys
from shared.table.codec import decode, encode, stamp
from shared.table.expression import Expression

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

    from shared.contracts.events import Event

type Refusal = Callable[[dict[str, Any]], RelayError]
"""Says what a failed condition means, from the item as it is (empty if there is none)."""

type Page = tuple[list[dict[str, Any]], str | None]
"""The items, and the sort key to go on after."""

CONTENDED: Final = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}
BUSY: Final = {
    "TransactionConflictException",
    "ThrottlingException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
}


@dataclass(frozen=True, slots=True)
class Write:
    kind: str
    arguments: dict[str, Any]
    refusal: Refusal


def _already_done(_: dict[str, Any]) -> RelayError:
    return AlreadyDone("this was done before")


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    client: DynamoDBClient

    def get(self, key: keys.Key) -> dict[str, Any] | None:
        try:
            found = self.client.get_item(TableName=self.name, Key=_key(key), ConsistentRead=True)
        except ClientError as error:
            raise understood(error, []) from error
        return decode(found["Item"]) if "Item" in found else None

    def get_all(self, *wanted: keys.Key) -> list[dict[str, Any] | None]:
        """One consistent picture of several items, in the order asked, in one request."""
        gets: Any = [{"Get": {"TableName": self.name, "Key": _key(key)}} for key in wanted]
        try:
            found = self.client.transact_get_items(TransactItems=gets)["Responses"]
        except ClientError as error:
            raise understood(error, []) from error
        return [decode(f["Item"]) if f.get("Item") else None for f in found]

    def page(
        self, partition: str, prefix: str, *, limit: int, after: str | None, newest: bool = False
    ) -> Page:
        """Items of one partition whose sort key starts with `prefix`, in order, from `after` on."""
        start: Any = {"ExclusiveStartKey": _key(keys.Key(partition, after))} if after else {}
        expression = Expression()
        condition = f"{expression.name(keys.PARTITION)} = {expression.value(partition)} AND "
        condition += f"begins_with({expression.name(keys.SORT)}, {expression.value(prefix)})"
        found: Any = self.client.query(
            TableName=self.name,
            KeyConditionExpression=condition,
            Limit=limit,
            ConsistentRead=True,
            ScanIndexForward=not newest,
            **(expression.arguments() | start),
        )
        last = found.get("LastEvaluatedKey")
        return [decode(item) for item in found["Items"]], decode(last)[keys.SORT] if last else None

    def new(
        self, key: keys.Key, values: Mapping[str, Any], refusal: Refusal = _already_done
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
        put: Mapping[str, Any] | None = None,
        add: Mapping[str, int] | None = None,
        remove: Sequence[str] = (),
        refusal: Refusal = _already_done,
    ) -> Write:
        """An existing item, changed where every guard holds."""
        expression = Expression()
        conditions = [f"attribute_exists({keys.PARTITION})"]
        if guards:
            conditions.append(expression.all_of(guards))
        if state_in:
            conditions.append(expression.one_of("state", state_in))
        changed = expression.change(put or {}, add or {}, remove)
        arguments = {
            "Key": _key(key),
            "UpdateExpression": changed,
            "ConditionExpression": " AND ".join(conditions),
            **expression.arguments(),
        }
        return Write("Update", arguments, refusal)

    def ceiling(self, key: keys.Key, limit: int, *, expires: datetime, refusal: Refusal) -> Write:
        """One more of something, at most `limit` in this key's window."""
        expression = Expression()
        changed = expression.change({keys.EXPIRES: int(expires.timestamp())}, {"count": 1}, ())
        below = f"{expression.name('count')} < {expression.value(limit)}"
        arguments = {
            "Key": _key(key),
            "UpdateExpression": changed,
            "ConditionExpression": f"attribute_not_exists({keys.PARTITION}) OR {below}",
            **expression.arguments(),
        }
        return Write("Update", arguments, refusal)

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

        def answered(old: dict[str, Any]) -> RelayError:
            if old.get("request") != once.request_digest:
                return IdempotencyMismatch("this Idempotency-Key was used for another request")
            return Answered(Reply(old["status"], old["body"]))

        return [self.new(keys.answer(once.scope, once.key_digest), values, answered)]

    def outbox(self, event: Event, *, to: str = "bus") -> Write:
        """Say `event` by committing it; `publish` carries it on."""
        values = {
            "detail_type": event.detail_type,
            "detail": event.model_dump_json(),
            "company_id": getattr(event, "company_id", None),
            "to": to,
            keys.DUE_PARTITION: keys.shard_of(event.event_id),
            keys.DUE_SORT: stamp(event.occurred_at),
        }
        return self.new(keys.outbox(event.event_id), values)

    def commit(self, *writes: Write) -> None:
        """All or none. The SDK sends a repeated attempt under the same token: never twice.

        Raises:
            Conflict: somebody else was writing, or the table was throttled.
            whatever the first refused write says.
        """
        items: Any = [{w.kind: {"TableName": self.name, **w.arguments, **_ALL_OLD}} for w in writes]
        try:
            self.client.transact_write_items(TransactItems=items)
        except ClientError as error:
            raise understood(error, writes) from error


_ALL_OLD: Final = {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}


def _key(key: keys.Key) -> dict[str, Any]:
    return encode(key._asdict())


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
