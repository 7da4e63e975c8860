"""One company's books as items, and back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from shared.domain.adjustment import Adjustment, AdjustmentState
from shared.domain.books import Figures, Grounds, Place, Reached
from shared.domain.company import CompanyState
from shared.domain.credit import Lot
from shared.domain.hires import Hire, Hires
from shared.domain.ids import CompanyId
from shared.domain.registration import State
from shared.domain.relay import Edge
from shared.table import (
    adjustment_item,
    entry_item,
    head_item,
    hire_items,
    keys,
    lot_item,
    tally_item,
)
from shared.table.codec import moment, optional_moment
from shared.table.relays import edge


@contextmanager
def reading(company_id: CompanyId) -> Iterator[None]:
    try:
        yield
    except (KeyError, TypeError) as error:
        raise ValueError(f"the books of {company_id} cannot be read: {error}") from error


@dataclass
class Shelf:
    """The items of a company's partition, and what is read for it beside them.

    Args:
        counted: when each registration that counts was.
    """

    company_id: CompanyId
    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    counted: list[Any] = field(default_factory=list)
    fees: list[tuple[Hire, dict[str, Any]]] = field(default_factory=list)
    """The rows of the fee register that are there."""
    far_ends: dict[Edge, Edge] = field(default_factory=dict)
    """Of each of its edges, the partner's."""

    def put(self, item: dict[str, Any]) -> None:
        self.items[item[keys.SORT]] = item

    def note(self, registration: dict[str, Any]) -> None:
        """The item itself, or what index `by_company` shows of it."""
        if registration.get("state") == State.COUNTED:
            self.counted.append(registration.get("decided_at"))

    @property
    def waits(self) -> bool:
        """A company that asked and was not let in yet has no books."""
        company = self.items.get(keys.company(self.company_id).sk, {"approved_at": None})
        return "approved_at" not in company and not self.counted

    def books(self) -> tuple[Grounds, Figures]:
        """Raises ValueError: an item lacks what it must have."""
        grounds = self.grounds()
        with reading(self.company_id):
            return grounds, self._figures()

    def grounds(self) -> Grounds:
        """Raises ValueError: an item lacks what it must have."""
        with reading(self.company_id):
            return self._grounds()

    def _grounds(self) -> Grounds:
        company = self.items[keys.company(self.company_id).sk]
        return Grounds(
            self.company_id,
            active=company["state"] == CompanyState.ACTIVE,
            opened_on=moment(company["approved_at"]).astimezone(UTC).date(),
            counted=tuple(map(moment, self.counted)),
            milestones=tuple(map(_reached, self._all(keys.MILESTONE_PREFIX))),
            entries=tuple(map(entry_item.from_item, self._all(keys.ENTRY_PREFIX))),
            adjustments=tuple(self._adjustments()),
            restored={
                item["number"]: moment(item["expires_at"])
                for item in self._all(keys.RESTORED_PREFIX)
            },
            hires=self._hires(),
        )

    def _hires(self) -> Hires:
        return Hires(
            dict(hire_items.attached(self._all(keys.JOB_ORDER_PREFIX))),
            tuple(self.hires()),
            {hire.recommendation_id: row.get("credit_id") for hire, row in self.fees},
            tuple((mine, self.far_ends.get(mine)) for mine in self.edges()),
        )

    def hires(self) -> Iterator[Hire]:
        return hire_items.hires(self._all(keys.RECOMMENDATION_PREFIX))

    def edges(self) -> Iterator[Edge]:
        return map(edge, self._all(keys.RELAY_PREFIX))

    def _adjustments(self) -> Iterator[Adjustment]:
        made = map(adjustment_item.from_item, self._all(keys.ADJUSTMENT_PREFIX))
        return (each for each in made if each.state is AdjustmentState.APPROVED)

    def _figures(self) -> Figures:
        tally, head = keys.tally(self.company_id).sk, keys.head(self.company_id).sk
        return Figures(
            tally_item.from_item(self.company_id, self.items.get(tally)),
            head_item.from_item(self.company_id, self.items.get(head)),
            tuple(sorted(map(lot_item.from_item, self._all(keys.LOT_PREFIX)), key=_number)),
            {
                item[keys.SORT].removeprefix(keys.POSTED_PREFIX): item["seq"]
                for item in self._all(keys.POSTED_PREFIX)
            },
            dict(map(_placed, self._all(keys.AVAILABLE_PREFIX))),
        )

    def _all(self, prefix: str) -> Iterator[dict[str, Any]]:
        """By number: it is written in the key at one width."""
        return (item for sk, item in sorted(self.items.items()) if sk.startswith(prefix))


def company_of(item: dict[str, Any]) -> CompanyId | None:
    """Whose books an item belongs to, if anybody's: a company's own, or a registration."""
    pk = str(item[keys.PARTITION])
    if pk.startswith(keys.COMPANY_PREFIX):
        return CompanyId(pk.removeprefix(keys.COMPANY_PREFIX))
    is_registration = pk.startswith(keys.REGISTRATION_PREFIX)
    return CompanyId(item.get("company_id", "")) if is_registration else None


def shelved(items: Iterable[dict[str, Any]]) -> dict[CompanyId, Shelf]:
    """The books of all whose items are here, in whatever order they come."""
    shelves = dict[CompanyId, Shelf]()
    for item in items:
        if company_id := company_of(item):
            shelf = shelves.setdefault(company_id, Shelf(company_id))
            of_company = item[keys.PARTITION] == keys.of_company(company_id)
            (shelf.put if of_company else shelf.note)(item)
    return shelves


def _number(lot: Lot) -> int:
    return lot.number


def _placed(item: dict[str, Any]) -> tuple[Place, Lot]:
    """By what its key says, whatever the item says of it."""
    expires_at, number = item[keys.SORT].removeprefix(keys.AVAILABLE_PREFIX).rsplit("#", 1)
    return (moment(expires_at), int(number)), lot_item.from_item(item)


def _reached(item: dict[str, Any]) -> Reached:
    return Reached(
        item["number"],
        item["state"],
        moment(item["reached_at"]),
        item.get("credit_id"),
        optional_moment(item.get("granted_at")),
        optional_moment(item.get("expires_at")),
    )
