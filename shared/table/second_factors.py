"""Second factors, changed from the version that was read."""

from dataclasses import dataclass
from typing import Any

from shared.domain.errors import Conflict, NotFound, RelayError
from shared.domain.ids import PersonKey
from shared.domain.second_factor import SecondFactor
from shared.table import keys
from shared.table.codec import moment, optional_moment, stamp
from shared.table.commit import Table
from shared.table.writes import Write


def _moved(_: object) -> RelayError:
    return Conflict("another code was just given")


def to_item(factor: SecondFactor) -> dict[str, Any]:
    return {
        "person": factor.person,
        "sealed": factor.sealed,
        "since": stamp(factor.since),
        "last_step": factor.last_step,
        "recovery": list(factor.recovery),
        "tries": factor.tries,
        "tries_from": stamp(factor.tries_from) if factor.tries_from else None,
        "version": factor.version,
    }


def from_item(item: dict[str, Any]) -> SecondFactor:
    names = ("person", "sealed", "last_step", "tries", "version")
    return SecondFactor(
        **{name: item[name] for name in names},
        since=moment(item["since"]),
        recovery=tuple(item["recovery"]),
        tries_from=optional_moment(item.get("tries_from")),
    )


@dataclass(frozen=True, slots=True)
class SecondFactors:
    table: Table

    def find(self, person: PersonKey) -> SecondFactor:
        """Raises NotFound: none was set up."""
        item = self.table.get(keys.second_factor(person))
        if item is None:
            raise NotFound("no second factor yet")
        return from_item(item)

    def added(self, new: SecondFactor) -> Write:
        """Refused with AlreadyDone: there is one."""
        return self.table.new(keys.second_factor(new.person), to_item(new))

    def changed(self, before: SecondFactor, after: SecondFactor) -> Write:
        """Refused with Conflict: somebody tried meanwhile."""
        told = to_item(after)
        put = {name: told[name] for name in ("last_step", "recovery", "tries", "tries_from")}
        return self.table.change(
            keys.second_factor(before.person),
            guards=[("version", "=", before.version)],
            put=put,
            add={"version": 1},
            remove=() if after.tries_from else ("tries_from",),
            refusal=_moved,
        )

    def change(self, before: SecondFactor, after: SecondFactor) -> None:
        """Raises Conflict."""
        self.table.commit(self.changed(before, after))
