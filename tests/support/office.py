"""A desk that keeps the registers: one seeker, one order, one introduction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from shared.domain.recommendation import Stage
from shared.domain.register_rows import SeekerRow
from shared.domain.registers import Kind
from shared.table import keys, registers
from shared.table.commit import Table
from shared.table.register_item import to_seeker
from shared.table.registers import Registers
from shared.table.writes import Write
from tests.support.builders import TODAY
from tests.support.placing import a_file, an_order, free, introduced

JOINED: Final = date(2026, 4, 15)


class Office:
    def __init__(self, table: Table) -> None:
        self.table, self.registers = table, Registers(table)
        self.file, self.order = a_file(), an_order()
        self.made = introduced(self.file, self.order)

    def does(self, *writes: Write | Iterable[Write]) -> None:
        each = ([one] if isinstance(one, Write) else [*one] for one in writes)
        self.table.commit(*(write for some in each for write in some))

    def open(self) -> None:
        self.does(self.registers.taken_on(self.file), self.registers.order_taken_on(self.order))

    def introduce(self) -> None:
        self.does(
            self.registers.introduced(self.made, self.file, "株式会社ボルト", self.order, TODAY)
        )

    def join(self, line: Any = None, *, fills: bool = False) -> None:
        line = line or free(self.made, JOINED)
        self.does(self.registers.joined(self.made, line, fills=fills))
        self.made = replace(self.made, stage=Stage.JOINED, joined_on=JOINED)

    def item(self, key: keys.Key) -> dict[str, Any]:
        found = self.table.get(key)
        assert found is not None
        return found

    @property
    def seeker_item(self) -> dict[str, Any]:
        return self.item(registers.seeker(self.file.candidate_id))

    @property
    def order_item(self) -> dict[str, Any]:
        return self.item(registers.order(self.order.job_order_id))

    @property
    def fee_item(self) -> dict[str, Any]:
        return self.item(keys.register(Kind.FEES, "2026-04", self.made.recommendation_id))

    @property
    def seeker(self) -> SeekerRow:
        return to_seeker(self.seeker_item)
