"""Companies' webhook endpoints, changed from the version that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.domain.endpoint import FULL, MOST, Endpoint
from shared.domain.endpoint_health import Disabled, Health
from shared.domain.errors import Conflict, NotFound, RelayError, StateForbids
from shared.domain.ids import CompanyId, EndpointId
from shared.table import keys
from shared.table.codec import moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.connection_item import sealed, unsealed
from shared.table.expression import Expression
from shared.table.spending import has_not_left
from shared.table.versions import swapped
from shared.table.writes import Write, key_of

if TYPE_CHECKING:
    from shared.contracts.events import Event

if TYPE_CHECKING:
    from shared.contracts.events import Event


def _moved(_: dict[str, Any]) -> RelayError:
    return Conflict("this endpoint changed meanwhile")


def _full(_: dict[str, Any]) -> RelayError:
    return StateForbids(f"a company has {MOST} webhook endpoints at most: delete one", FULL)


def _one_more(company_id: CompanyId) -> Write:
    expression = Expression()
    changed = expression.change({}, {"count": 1}, ())
    below = f"{expression.name('count')} < {expression.value(MOST)}"
    arguments = {
        "Key": key_of(keys.endpoints(company_id)),
        "UpdateExpression": changed,
        "ConditionExpression": f"attribute_not_exists({keys.PARTITION}) OR {below}",
        **expression.arguments(),
    }
    return Write("Update", arguments, _full)


def to_item(endpoint: Endpoint) -> dict[str, Any]:
    names = ("endpoint_id", "company_id", "url", "description", "paused", "disabled", "version")
    health, since = endpoint.health, endpoint.disabled_at
    return {
        **{name: getattr(endpoint, name) for name in names},
        "events": list(endpoint.events),
        "secrets": [sealed(one) for one in endpoint.secrets],
        "created_at": stamp(endpoint.created_at),
        "disabled_at": stamp(since) if since else None,
        "failing_since": stamp(health.failing_since) if health.failing_since else None,
        "failed_at": stamp(health.failed_at) if health.failed_at else None,
        "failing_days": health.days,
    }


def from_item(item: Mapping[str, Any]) -> Endpoint:
    names = ("endpoint_id", "company_id", "url", "description", "paused", "version")
    since, last = (optional_moment(item.get(name)) for name in ("failing_since", "failed_at"))
    disabled = item.get("disabled")
    return Endpoint(
        **{name: item[name] for name in names},
        events=tuple(item["events"]),
        secrets=tuple(unsealed(one) for one in item["secrets"]),
        created_at=moment(item["created_at"]),
        disabled=Disabled(disabled) if disabled else None,
        disabled_at=optional_moment(item.get("disabled_at")),
        health=Health(since, last, item["failing_days"]),
    )


@dataclass(frozen=True, slots=True)
class Endpoints:
    table: Table

    def find(self, company_id: CompanyId, endpoint_id: EndpointId) -> Endpoint:
        """Raises NotFound, also for another company's."""
        item = self.table.get(keys.endpoint(company_id, endpoint_id))
        if item is None:
            raise NotFound("no such endpoint")
        return from_item(item)

    def all(self, company_id: CompanyId) -> Sequence[Endpoint]:
        """The oldest first."""
        items = self.table.all_of(keys.of_company(company_id), keys.ENDPOINT_PREFIX)
        return [from_item(item) for item in items]

    def add(self, endpoint: Endpoint) -> None:
        """Raises StateForbids: the company left, or has as many as it may."""
        mine = endpoint.company_id
        new = self.table.new(keys.endpoint(mine, endpoint.endpoint_id), to_item(endpoint))
        self.table.commit(has_not_left(mine), _one_more(mine), new)

    def change(self, before: Endpoint, after: Endpoint, *events: Event) -> None:
        """Raises Conflict."""
        key = keys.endpoint(before.company_id, before.endpoint_id)
        swap = swapped(self.table, key, before.version, to_item(after), _moved)
        self.table.commit(swap, *(self.table.outbox(event) for event in events))

    def remove(self, endpoint: Endpoint) -> None:
        """Raises Conflict."""
        key = keys.endpoint(endpoint.company_id, endpoint.endpoint_id)
        as_read = [("version", "=", endpoint.version)]
        count = keys.endpoints(endpoint.company_id)
        self.table.commit(
            self.table.gone(key, guards=as_read, refusal=_moved),
            self.table.change(count, guards=[("count", ">", 0)], add={"count": -1}),
        )
