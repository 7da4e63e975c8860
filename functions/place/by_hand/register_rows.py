"""A register's rows as a page shows them: days in words, what is empty left empty."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from shared.domain.dealing import Dealing
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.domain.occupation import OCCUPATIONS
from shared.domain.register_rows import OrderRow, SeekerRow
from shared.domain.registers import Kind
from shared.pages.registers import NOBODY, Employers, basis
from shared.pages.when import day
from shared.table.register_item import to_fee, to_order, to_seeker
from shared.table.register_pages import RegisterPages
from shared.wires import programme, table

OCCUPATION: Final = {one.code: one for one in OCCUPATIONS}

type Item = Mapping[str, Any]
type Row = dict[str, Any]


def seekers(items: Iterable[Item], locale: Locale, today: date) -> list[Row]:
    return [_seeker(to_seeker(item), locale, today) for item in items]


def _seeker(row: SeekerRow, locale: Locale, today: date) -> Row:
    wished = OCCUPATION.get(row.occupation or "")
    return {
        "row": row,
        "occupation": wished.name_in(locale) if wished else row.occupation,
        "born_on": _on(row.born_on, locale),
        **_open(row, locale),
        "dealings": [_dealing(one, locale, today) for one in row.dealings],
    }


def orders(items: Iterable[Item], locale: Locale, today: date) -> list[Row]:
    rows = [to_order(item) for item in items]
    known = _employers(row.company_id for row in rows)
    return [
        {
            "row": row,
            "employer": known.get(row.company_id, NOBODY),
            **_open(row, locale),
            "dealings": [_dealing(one, locale, today) for one in row.dealings],
        }
        for row in rows
    ]


def fees(items: Iterable[Item], locale: Locale, _: date) -> list[Row]:
    rows = [to_fee(item) for item in items]
    known = _employers(row.company_id for row in rows)
    return [_fee(row, known, locale) for row in rows]


def _fee(row: FeeRow, known: Employers, locale: Locale) -> Row:
    return {
        "row": row,
        "payer": known.get(row.company_id, NOBODY),
        "month": f"{row.joined_on:%Y-%m}",
        "joined_on": day(row.joined_on, locale),
        "collected_on": _on(row.collected_on, locale),
        "basis": basis(row, programme().version(row.rule_version)),
    }


def employers(items: Iterable[Item], _: Locale, __: date) -> list[Row]:
    """Whose job orders stand on this page, each once, by name."""
    known = _employers(item["company_id"] for item in items)
    named = sorted(known.items(), key=lambda pair: pair[1].name)
    return [{"company_id": company_id, **asdict(told)} for company_id, told in named]


def _employers(wanted: Iterable[str]) -> Employers:
    return RegisterPages(table()).employers(map(CompanyId, wanted))


def _open(row: SeekerRow | OrderRow, locale: Locale) -> Row:
    return {
        "received_on": day(row.received_on, locale),
        "ended_on": _on(row.ended_on, locale),
    }


def _dealing(one: Dealing, locale: Locale, today: date) -> Row:
    return {
        "one": one,
        "introduced_on": day(one.introduced_on, locale),
        "joined_on": _on(one.joined_on, locale),
        "left_alone_until": _on(one.left_alone_until, locale),
        "stay": one.stay_by(today),
    }


def _on(on: date | None, locale: Locale) -> str | None:
    return day(on, locale) if on else None


class Shown:
    """What stands under one name: of which register it is read, and how a page shows it."""

    def __init__(
        self, name: str, of: Kind, rows: Callable[[Iterable[Item], Locale, date], list[Row]]
    ) -> None:
        self.name, self.of, self.rows = name, of, rows


SHOWN: Final = {
    one.name: one
    for one in (
        Shown("seekers", Kind.SEEKERS, seekers),
        Shown("orders", Kind.ORDERS, orders),
        Shown("fees", Kind.FEES, fees),
        Shown("employers", Kind.ORDERS, employers),
    )
}
