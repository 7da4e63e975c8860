from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.place.register_reading import Asked, asked
from shared import clock, programs, request
from shared.acts import asking, said
from shared.contracts.allowed import MONTH
from shared.contracts.registers import (
    FeeRowAnswer,
    FeeRows,
    OrderRowAnswer,
    OrderRows,
    SeekerRowAnswer,
    SeekerRows,
)
from shared.domain.fee_row import FeeRow
from shared.domain.ids import CompanyId
from shared.domain.register_rows import OrderRow
from shared.domain.registers import Kind
from shared.domain.rules import Rules
from shared.domain.tokyo import day
from shared.downloads import forms, spreadsheet
from shared.pages.registers import Employers, basis, fees_sheet, orders_sheet, seekers_sheet
from shared.table.register_item import to_fee, to_order, to_seeker
from shared.table.register_pages import RegisterPages
from shared.wires import programme, table

router = programs.routes()

PAGE: Final = 200
ROWS: Final = (
    "Rows by the month they were received in, from `from` to `to`, both with them; a fee by the "
    f"month of joining. A page has `limit` rows, {PAGE} where it is not said; CSV, in the official "
    "columns, has a line for each introduction, and goes on where "
    '`Link: <...>; rel="next"` says. Rows are kept for two years after they are complete.'
)
Since = Annotated[str, Query(alias="from", pattern=MONTH)]
Until = Annotated[str, Query(alias="to", pattern=MONTH)]
Form = Annotated[Literal["json", "csv"], Query()]
Limit = Annotated[int, Query(ge=1, le=PAGE)]
Cursor = Annotated[str, Query()]

type Items = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Register:
    """One of the three that the law asks for; `told` says its rows, or all of them as a sheet."""

    kind: Kind
    summary: str
    page: type[SeekerRows | OrderRows | FeeRows]
    told: Callable[[Items, bool], list[Any] | str]


def _seekers(items: Items, as_sheet: bool) -> list[SeekerRowAnswer] | str:
    rows, today = [to_seeker(item) for item in items], day(clock.now())
    if as_sheet:
        return seekers_sheet(rows, today)
    return [SeekerRowAnswer.of(row, today) for row in rows]


def _orders(items: Items, as_sheet: bool) -> list[OrderRowAnswer] | str:
    rows, today = [to_order(item) for item in items], day(clock.now())
    known = _employers(rows)
    if as_sheet:
        return orders_sheet(rows, known, today)
    return [OrderRowAnswer.of(row, known, today) for row in rows]


def _fees(items: Items, as_sheet: bool) -> list[FeeRowAnswer] | str:
    rows = [to_fee(item) for item in items]
    known, rules = _employers(rows), _rules(rows)
    if as_sheet:
        return fees_sheet(rows, known, rules)
    return [FeeRowAnswer.of(row, known, basis(row, rules[row.rule_version])) for row in rows]


def _employers(rows: Iterable[OrderRow | FeeRow]) -> Employers:
    return RegisterPages(table()).employers(CompanyId(row.company_id) for row in rows)


def _rules(rows: Iterable[FeeRow]) -> Mapping[int, Rules]:
    return {version: programme().version(version) for version in {r.rule_version for r in rows}}


REGISTERS: Final = (
    Register(Kind.SEEKERS, "求職管理簿, the register of job seekers", SeekerRows, _seekers),
    Register(Kind.ORDERS, "求人管理簿, the register of job orders", OrderRows, _orders),
    Register(Kind.FEES, "手数料管理簿, the register of fees", FeeRows, _fees),
)


def sheet_of(kind: Kind, items: Items) -> str:
    """The official columns of these rows."""
    [register] = (one for one in REGISTERS if one.kind is kind)
    return str(register.told(items, True))


def _route(of: Register) -> None:
    @router.get(
        f"/v1/agency/registers/{of.kind}",
        operation_id=f"{of.kind}_v1_agency_registers_{of.kind}_get",
        summary=of.summary,
        description=ROWS,
        responses=forms(of.page),
    )
    def read(
        since: Since, until: Until, format: Form = "json", limit: Limit = PAGE, cursor: Cursor = ""
    ) -> Response[Any]:
        wanted = asked(of.kind, since, until, limit, cursor)
        asking(router, "agency:manage")
        pages = RegisterPages(table())
        items, following = pages.page(wanted.kind, wanted.months, limit=limit, after=wanted.after)
        found, go_on = of.told(items, format == "csv"), programs.cursor(following)
        if isinstance(found, str):
            return spreadsheet(wanted.name, found, _next(wanted, go_on))
        return said(of.page(items=found, next_cursor=go_on))


def _next(wanted: Asked, cursor: str | None) -> str | None:
    here = request.origin(router.current_event.raw_event)
    return f"{here}{wanted.next(cursor)}" if cursor else None


for register in REGISTERS:
    _route(register)
