from typing import Annotated, Final, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from functions.manage.wires import company, origin
from shared import programs, request, web
from shared.company.reading import Part, part
from shared.contracts.ledger_file import StatementAnswer
from shared.contracts.statement import EntryAnswer, EntryPage
from shared.contracts.wire import midnight
from shared.downloads import dated, forms, saved, spreadsheet
from shared.pages.ledger import ledger_sheet
from shared.table import keys
from shared.table.companies import Companies
from shared.table.ledgers import Ledgers
from shared.wires import table

router = programs.routes()

PAGE: Final = 50
FILE: Final = 5_000
"""Entries in one file: half of what Lambda may answer, whatever their ids."""
SIZES: Final = (
    f"JSON comes in pages of `limit` entries, {PAGE} where it is not said. CSV, for a spreadsheet, "
    f"is the whole ledger as one download, in the company's language; after {FILE:,} entries (or "
    '`limit`) it goes on where `Link: <...>; rel="next"` says.'
)
CHECKED: Final = (
    f"Up to {FILE:,} entries and, in the last part, all that follows from them; a longer ledger "
    "goes on with `?cursor=` and `next_cursor`. `career-relay verify-statement FILE [FILE ...]` "
    "checks it offline; `/v1/ledger/verifier.pyz` is that command."
)


def _read(limit: int, cursor: str) -> Part:
    return part(
        company(router, "credits:read"),
        limit=limit,
        after=programs.after(cursor, keys.ENTRY_PREFIX),
        statements=Ledgers(table()),
    )


@router.get(
    "/v1/ledger",
    summary="Every entry, in order, chained",
    description=SIZES,
    responses=forms(EntryPage),
)
def ledger(
    limit: Annotated[int | None, Query(ge=1, le=100)] = None,
    cursor: Annotated[str, Query()] = "",
    format: Annotated[Literal["json", "csv"], Query()] = "json",
) -> Response[EntryPage | str]:
    if format == "csv":
        return _csv(_read(limit or FILE, cursor), limit)
    said = _read(limit or PAGE, cursor)
    as_of = said.head.sealed_on
    answer = EntryPage(
        items=[EntryAnswer.of(entry) for entry in said.entries],
        next_cursor=programs.cursor(said.following),
        as_of=midnight(as_of) if as_of else None,
    )
    return Response(200, request.JSON, answer, headers=web.SAFE)


@router.get(
    "/v1/ledger/statement",
    summary="The ledger as a file that can be checked offline",
    description=CHECKED,
)
def statement(cursor: Annotated[str, Query()] = "") -> Response[StatementAnswer]:
    said = _read(FILE, cursor)
    answer = StatementAnswer.of(said.head, said.entries, programs.cursor(said.following))
    name = saved(f"{dated('statement', said.head.sealed_on)}.json")
    return Response(200, request.JSON, answer, headers={**web.SAFE, **name})


def _csv(said: Part, limit: int | None) -> Response[EntryPage | str]:
    as_of = said.head.sealed_on
    locale = Companies(table()).find(said.head.company_id).locale
    text = ledger_sheet(said.entries, as_of, locale)
    return spreadsheet(dated("ledger", as_of), text, _next(said, limit))


def _next(said: Part, limit: int | None) -> str | None:
    if said.following is None:
        return None
    size = f"&limit={limit}" if limit else ""
    cursor = programs.cursor(said.following)
    return f"{origin(router)}/v1/ledger?format=csv{size}&cursor={cursor}"
