from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.agency.acts import asking
from functions.agency.register_reading import Asked, asked
from shared import programs, request, web
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
from shared.pages import sheet
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
MONTH: Final = r"^20\d\d-(0[1-9]|1[0-2])$"
Since = Annotated[str, Query(alias="from", pattern=MONTH)]
Until = Annotated[str, Query(alias="to", pattern=MONTH)]
Form = Annotated[Literal["json", "csv"], Query()]
Limit = Annotated[int, Query(ge=1, le=PAGE)]
Cursor = Annotated[str, Query()]


def _forms(page: Any) -> Any:
    content = {request.JSON: {"model": page}, "text/csv": {"schema": {"type": "string"}}}
    return {200: {"description": "Successful Response", "content": content}}


@dataclass(frozen=True, slots=True)
class Read:
    items: list[dict[str, Any]]
    following: str | None


def _read(said: Asked) -> Read:
    asking(router, "agency:manage")
    pages = RegisterPages(table())
    return Read(*pages.page(said.kind, said.months, limit=said.limit, after=said.after))


def _employers(rows: Iterable[OrderRow | FeeRow]) -> Employers:
    return RegisterPages(table()).employers(CompanyId(row.company_id) for row in rows)


def _today() -> date:
    return day(datetime.now(UTC))


def _saved(said: Asked, read: Read, text: str) -> Response[Any]:
    name = f'attachment; filename="career-relay-{said.kind}-{said.first}-{said.last}.csv"'
    headers = {**web.SAFE, "Content-Disposition": name}
    if read.following:
        here = request.origin(router.current_event.raw_event)
        there = f"{here}{said.next(programs.cursor(read.following))}"
        headers["Link"] = f'<{there}>; rel="next"'
    return Response(200, sheet.CONTENT_TYPE, text, headers=headers)


def _shown(page: Callable[..., Any], read: Read, items: list[Any]) -> Response[Any]:
    answer = page(items=items, next_cursor=programs.cursor(read.following))
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get(
    "/v1/agency/registers/seekers",
    summary="求職管理簿, the register of job seekers",
    description=ROWS,
    responses=_forms(SeekerRows),
)
def seekers(
    since: Since, until: Until, format: Form = "json", limit: Limit = PAGE, cursor: Cursor = ""
) -> Response[SeekerRows | str]:
    said = asked(Kind.SEEKERS, since, until, limit, cursor)
    read, today = _read(said), _today()
    rows = [to_seeker(item) for item in read.items]
    if format == "csv":
        return _saved(said, read, seekers_sheet(rows, today))
    return _shown(SeekerRows, read, [SeekerRowAnswer.of(row, today) for row in rows])


@router.get(
    "/v1/agency/registers/orders",
    summary="求人管理簿, the register of job orders",
    description=ROWS,
    responses=_forms(OrderRows),
)
def orders(
    since: Since, until: Until, format: Form = "json", limit: Limit = PAGE, cursor: Cursor = ""
) -> Response[OrderRows | str]:
    said = asked(Kind.ORDERS, since, until, limit, cursor)
    read, today = _read(said), _today()
    rows = [to_order(item) for item in read.items]
    known = _employers(rows)
    if format == "csv":
        return _saved(said, read, orders_sheet(rows, known, today))
    return _shown(OrderRows, read, [OrderRowAnswer.of(row, known, today) for row in rows])


@router.get(
    "/v1/agency/registers/fees",
    summary="手数料管理簿, the register of fees",
    description=ROWS,
    responses=_forms(FeeRows),
)
def fees(
    since: Since, until: Until, format: Form = "json", limit: Limit = PAGE, cursor: Cursor = ""
) -> Response[FeeRows | str]:
    said = asked(Kind.FEES, since, until, limit, cursor)
    read = _read(said)
    rows = [to_fee(item) for item in read.items]
    known, rules = _employers(rows), _rules(rows)
    if format == "csv":
        return _saved(said, read, fees_sheet(rows, known, rules))
    items = [FeeRowAnswer.of(row, known, basis(row, rules[row.rule_version])) for row in rows]
    return _shown(FeeRows, read, items)


def _rules(rows: Iterable[FeeRow]) -> Mapping[int, Rules]:
    return {version: programme().version(version) for version in {r.rule_version for r in rows}}
