"""One table: consistent reads, and one commit: all of it or none, with a refusal that names it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from shared.domain.errors import InvalidRequest
from shared.domain.milestone import Guard
from shared.domain.once import Once
from shared.table import keys
from shared.table.codec import decode, encode, stamp
from shared.table.expression import Expression
from shared.table.refusals import understanding
from shared.table.writes import Write, Writes, answered, key_of, standing

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

type Page = tuple[list[dict[str, Any]], str | None]
"""The items, and the sort key to go on after."""

NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
AT_ONCE: Final = 300
"""Items of a partition in one request, where whoever has enough of them asks for no more."""

_ALL_OLD: Final = {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}


@dataclass(frozen=True, slots=True)
class Table(Writes):
    name: str
    client: DynamoDBClient
    beside: tuple[Write, ...] = ()

    def along(self, *writes: Write) -> Table:
        """The same table, whose commit takes these with it: all or none, these judged first."""
        return replace(self, beside=(*self.beside, *writes))

    def get(self, key: keys.Key) -> dict[str, Any] | None:
        if not keys.fits(key):
            return None
        with understanding():
            found = self.client.get_item(TableName=self.name, Key=key_of(key), ConsistentRead=True)
        return decode(found["Item"]) if "Item" in found else None

    def get_all(self, *wanted: keys.Key) -> list[dict[str, Any] | None]:
        """One consistent picture of several items, in the order asked, in one request at most."""
        asked = [key for key in wanted if keys.fits(key)]
        gets: Any = [{"Get": {"TableName": self.name, "Key": key_of(key)}} for key in asked]
        with understanding():
            read = self.client.transact_get_items(TransactItems=gets)["Responses"] if gets else []
        found = {key: r["Item"] for key, r in zip(asked, read, strict=True) if r.get("Item")}
        return [decode(found[key]) if key in found else None for key in wanted]

    def changed(
        self,
        key: keys.Key,
        *,
        guards: Sequence[Guard] = (),
        unset: Sequence[str] = (),
        put: Mapping[str, Any] | None = None,
        add: Mapping[str, int] | None = None,
    ) -> tuple[dict[str, Any] | None, bool]:
        """One item alone, changed where every guard holds and no field of `unset` is there, and as
        it is then; else as it is.

        Sent twice by the SDK after a lost answer, what is added is added twice.
        """
        if not keys.fits(key):
            return None, False
        expression = Expression()
        condition = standing(expression, guards, unset)
        with understanding():
            try:
                found = self.client.update_item(
                    TableName=self.name,
                    Key=key_of(key),
                    UpdateExpression=expression.change(put or {}, add or {}, ()),
                    ConditionExpression=condition,
                    ReturnValues="ALL_NEW",
                    ReturnValuesOnConditionCheckFailure="ALL_OLD",
                    **expression.arguments(),
                )
            except self.client.exceptions.ConditionalCheckFailedException as refused:
                item: Any = refused.response.get("Item")
                return decode(item) if item else None, False
        return decode(found["Attributes"]), True

    def replay(self, once: Once | None) -> None:
        """For acts that time or state would refuse the second time, before they are tried.

        Raises:
            Answered, IdempotencyMismatch
        """
        if once and (old := self.get(keys.answer(once.scope, once.key_digest))):
            raise answered(once, old)

    def page(
        self, partition: str, prefix: str, *, limit: int, after: str | None, newest: bool = False
    ) -> Page:
        """Items of one partition whose sort key starts with `prefix`, in order, from `after` on."""
        start: Any = {"ExclusiveStartKey": key_of(keys.Key(partition, after))} if after else {}
        expression = Expression()
        condition = _begins(expression, partition, prefix)
        how = {"ConsistentRead": True, "ScanIndexForward": not newest, **start}
        items, last = self._page(condition, expression, limit, **how)
        return items, last[keys.SORT] if last else None

    def all_of(self, partition: str, prefix: str) -> Iterator[dict[str, Any]]:
        """Every item of one partition whose sort key starts with `prefix`, in order."""
        expression = Expression()
        condition = _begins(expression, partition, prefix)
        yield from self._all(condition, expression, ConsistentRead=True)

    def between(self, partition: str, first: str, last: str, *, limit: int) -> Page:
        """One page of one partition's items, from one sort key to another, both of them in it."""
        expression = Expression()
        condition = _between(expression, partition, first, last)
        items, following = self._page(condition, expression, limit, ConsistentRead=True)
        return items, following[keys.SORT] if following else None

    def spanning(self, partition: str, first: str, last: str) -> Iterator[dict[str, Any]]:
        """Items of one partition from one sort key to another; as they were a moment ago."""
        expression = Expression()
        yield from self._all(_between(expression, partition, first, last), expression)

    def due(self, shard: str, before: datetime = NEVER) -> Iterator[dict[str, Any]]:
        """What index `due` holds of a shard from before then, oldest first."""
        expression = Expression()
        condition = f"{expression.name(keys.DUE_PARTITION)} = {expression.value(shard)} AND "
        condition += f"{expression.name(keys.DUE_SORT)} < {expression.value(stamp(before))}"
        yield from self._all(condition, expression, IndexName=keys.DUE_INDEX)

    def inbox(
        self,
        what: keys.Inbox,
        *,
        limit: int,
        after: str | None,
        between: tuple[datetime, datetime] | None = None,
    ) -> Page:
        """What waits for a person, oldest first; as it was a moment ago.

        Args:
            between: since when, both of them in it.
        """
        shelf = keys.DUE_INDEX, keys.DUE_PARTITION, keys.inbox(what)
        return self._shelf(*shelf, limit, after, between)

    def listed(self, partition: str, *, limit: int, after: str | None) -> Page:
        """A page of what index `by_company` holds of a partition; as it was a moment ago."""
        return self._shelf(keys.COMPANY_INDEX, keys.COMPANY_PARTITION, partition, limit, after)

    def _shelf(
        self,
        index: str,
        name: str,
        partition: str,
        limit: int,
        after: str | None,
        between: tuple[datetime, datetime] | None = None,
    ) -> Page:
        expression = Expression()
        condition = f"{expression.name(name)} = {expression.value(partition)}"
        if between:
            ends = " AND ".join(expression.value(stamp(end)) for end in between)
            condition += f" AND {expression.name(keys.DUE_SORT)} BETWEEN {ends}"
        start: Any = {"ExclusiveStartKey": _start(after, name, partition)} if after else {}
        items, last = self._page(condition, expression, limit, IndexName=index, **start)
        return items, json.dumps(last, sort_keys=True) if last else None

    def by_company(self, partition: str) -> Iterator[dict[str, Any]]:
        """What index `by_company` holds of a partition, oldest first; as it was a moment ago."""
        expression = Expression()
        condition = f"{expression.name(keys.COMPANY_PARTITION)} = {expression.value(partition)}"
        yield from self._all(condition, expression, IndexName=keys.COMPANY_INDEX)

    def by_company_between(
        self, partition: str, since: datetime, until: datetime, *, newest: bool = False
    ) -> Iterator[dict[str, Any]]:
        """The same, of a time: both ends are in it."""
        expression = Expression()
        month = f"{expression.name(keys.COMPANY_PARTITION)} = {expression.value(partition)}"
        between = f"{expression.value(stamp(since))} AND {expression.value(stamp(until))}"
        condition = f"{month} AND {expression.name(keys.COMPANY_SORT)} BETWEEN {between}"
        how = {"IndexName": keys.COMPANY_INDEX, "ScanIndexForward": not newest}
        yield from self._all(condition, expression, **how)

    def partition(self, partition: str) -> Iterator[dict[str, Any]]:
        """All of it. Each item as it is; several are no one picture."""
        expression = Expression()
        condition = f"{expression.name(keys.PARTITION)} = {expression.value(partition)}"
        yield from self._all(condition, expression, ConsistentRead=True)

    def ahead_of(self, partition: str, sort: str) -> Iterator[dict[str, Any]]:
        """Items of one partition whose sort key comes before `sort`, the last ones first."""
        expression = Expression()
        condition = f"{expression.name(keys.PARTITION)} = {expression.value(partition)} AND "
        condition += f"{expression.name(keys.SORT)} < {expression.value(sort)}"
        some = {"PaginationConfig": {"PageSize": AT_ONCE}}
        yield from self._all(
            condition, expression, ConsistentRead=True, ScanIndexForward=False, **some
        )

    def _page(
        self, condition: str, expression: Expression, limit: int, **how: Any
    ) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
        """The items, and the key of the last one where more may follow."""
        with understanding():
            found: Any = self.client.query(
                TableName=self.name,
                KeyConditionExpression=condition,
                Limit=limit,
                **how,
                **expression.arguments(),
            )
        last = found.get("LastEvaluatedKey")
        return [decode(item) for item in found["Items"]], decode(last) if last else None

    def _all(self, condition: str, expression: Expression, **how: Any) -> Iterator[dict[str, Any]]:
        pages: Any = self.client.get_paginator("query").paginate(
            TableName=self.name,
            KeyConditionExpression=condition,
            **how,
            **expression.arguments(),
        )
        with understanding():
            for page in pages:
                yield from (decode(item) for item in page["Items"])

    def commit(self, *writes: Write) -> None:
        """All or none. The SDK sends a repeated attempt under the same token: never twice.

        Raises:
            Conflict: somebody else was writing, or the table was throttled.
            whatever the first refused write says.
        """
        every = (*self.beside, *writes)
        items: Any = [{w.kind: {"TableName": self.name, **w.arguments, **_ALL_OLD}} for w in every]
        with understanding(every):
            self.client.transact_write_items(TransactItems=items)


def _between(expression: Expression, partition: str, first: str, last: str) -> str:
    ends = f"{expression.value(first)} AND {expression.value(last)}"
    own = f"{expression.name(keys.PARTITION)} = {expression.value(partition)}"
    return f"{own} AND {expression.name(keys.SORT)} BETWEEN {ends}"


def _begins(expression: Expression, partition: str, prefix: str) -> str:
    of = f"{expression.name(keys.PARTITION)} = {expression.value(partition)}"
    return f"{of} AND begins_with({expression.name(keys.SORT)}, {expression.value(prefix)})"


def _start(after: str, name: str, partition: str) -> dict[str, Any]:
    """Where a page of an index goes on. Raises InvalidRequest for a place we did not give."""
    try:
        place = json.loads(after)
    except ValueError:
        place = None
    sort = {keys.DUE_PARTITION: keys.DUE_SORT, keys.COMPANY_PARTITION: keys.COMPANY_SORT}[name]
    named = isinstance(place, dict) and place.keys() == {keys.PARTITION, keys.SORT, name, sort}
    if not named or place[name] != partition or not all(isinstance(v, str) for v in place.values()):
        raise InvalidRequest("wrong or missing: cursor", {"cursor": "malformed"})
    return encode(place)
