"""A file of results by hand: sent by a form, and wherever it stands, its page."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from aws_lambda_powertools.event_handler import Response

from functions.console import csv_columns, csv_plan
from functions.console.csv_file import ALL, LIST, ONE, SCOPE, files, found, mine, path, with_company
from functions.console.room import company, done, language, query, routes, shown, words
from shared import clock, mint, request
from shared.domain.connection import Connection
from shared.domain.errors import CsvRefused, NotFound
from shared.domain.file_import import FileImport, ImportState
from shared.domain.ids import ImportId
from shared.pages import csp
from shared.pages.when import moment
from shared.table.companies import Companies
from shared.table.imports import Imports
from shared.wires import table

router = routes()
SHOWN: Final = 5
"""The newest of a connection's imports."""
NOTHING: Final[Mapping[str, str]] = {}


@router.get(ALL)
def send(connection_id: str) -> Response[str]:
    of, connection = with_company(company(router, SCOPE), connection_id)
    return _form(connection, of.name, NOTHING)


@router.get(ONE)
def one(connection_id: str, import_id: str) -> Response[str]:
    """Where the bucket leads a browser, and whoever did something with the file."""
    connection = mine(router, connection_id)
    try:
        which = found(connection, import_id)
        if which.state is not ImportState.OFFERED:
            return _state(connection, which)
        if which.told and "columns" not in query(router):
            return csv_plan.page(router, connection, which)
        return csv_columns.page(router, connection, which)
    except (CsvRefused, NotFound) as error:
        errors = words(router, "csv_import")["errors"]
        reason = error.reason if isinstance(error, CsvRefused) else "not_found"
        of = Companies(table()).find(connection.company_id)
        return _form(connection, of.name, {"file": errors.get(reason, errors["general"])})


def _form(connection: Connection, place: str, wrong: Mapping[str, str]) -> Response[str]:
    now, of = clock.now(), connection.connection_id
    name = ImportId(mint.mint("imp", now))
    spoken = language(router)
    back = f"{request.origin(router.current_event.raw_event)}{path(of, name)}?lang={spoken}"
    offer = files().offer(of, name, now, back)
    values = {
        "connection": connection,
        "offer": offer,
        "rows": [_row(one) for one in Imports(table()).newest(of, SHOWN)],
        "mistakes": wrong,
        "done": done(router, "csv_import"),
    }
    door = urlsplit(offer.url)
    allowed = {"Content-Security-Policy": csp.posting_to(f"{door.scheme}://{door.netloc}")}
    status = 422 if wrong else 200
    return shown(router, "csv_import", LIST, values, place=place, status=status, headers=allowed)


def _row(one: FileImport) -> dict[str, Any]:
    where = path(one.connection_id, one.import_id)
    return {"one": one, "path": where, "at": moment(one.made_at, language(router))}


def _state(connection: Connection, one: FileImport) -> Response[str]:
    """Waiting, being read, or over."""
    said = words(router, "csv_state")
    place = Companies(table()).find(connection.company_id).name
    values = {
        **_row(one),
        "connection": connection,
        "back": path(connection.connection_id),
        "counted": {what: n for what, n in one.counts.items() if n},
        "reason": said["reasons"].get(one.reason, said["reasons"]["general"]),
        "has_links": one.has_links(clock.now()) and one.links,
        "done": done(router, "csv_state"),
    }
    return shown(router, "csv_state", LIST, values, place=place)
