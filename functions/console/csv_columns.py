"""What each column of a file is, and what the company's own words for a result mean."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.csv_file import LIST, ONE, SCOPE, files, found, path, taking
from functions.console.room import routes, shown, words
from shared import forms
from shared.ats.csv_import.importing import look
from shared.ats.csv_import.meaning import Meaning, meaning
from shared.ats.csv_import.words import MOST
from shared.ats.csv_import.words import words as words_of
from shared.contracts.file_import import TryRequest
from shared.contracts.wire import parse
from shared.domain.connection import Connection
from shared.domain.errors import CsvRefused, InvalidRequest
from shared.domain.file_import import FileImport, Told
from shared.domain.import_places import INCOMING
from shared.file_import import trying
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.imports import Imports
from shared.wires import table

router = routes()
COLUMNS: Final = ("reference", "result", "stage", "day")
"""What is asked for by hand: nothing is done with a job."""
BY_COLUMN: Final = "column"
NOTHING: Final[Mapping[str, str]] = {}


def page(
    asking: APIGatewayHttpRouter,
    connection: Connection,
    one: FileImport,
    said: Mapping[str, str] = NOTHING,
    wrong: Mapping[str, str] = NOTHING,
) -> Response[str]:
    """Our suggestion chosen before; or what was said last. Raises CsvRefused, NotFound."""
    raw = files().read(INCOMING, one.connection_id, one.import_id)
    seen = look(raw)
    suggested = {column.value: name for column, name in seen.suggested.items()}
    values = {**suggested, **_told(one.told), **said}
    values.setdefault("everybody", BY_COLUMN if values.get("result") else "company")
    company = Companies(table()).find(connection.company_id)
    told = {
        "connection": connection,
        "path": path(one.connection_id, one.import_id),
        "back": path(one.connection_id),
        "names": seen.names,
        "columns": COLUMNS,
        "rows": _words(raw, values),
        "values": values,
        "mistakes": wrong,
    }
    status = 422 if wrong else 200
    return shown(asking, "csv_columns", LIST, told, place=company.name, status=status)


def _words(raw: bytes, values: Mapping[str, str]) -> list[dict[str, Any]]:
    """Of the column of results: each with what we take it for, or what was said of it."""
    found = words_of(raw, values.get("result") or "")
    mine = {values[f"word-{n}"]: values.get(f"means-{n}", "") for n in _numbered(values)}
    known = [(one.word, "" if one.means is Meaning.UNKNOWN else one.means) for one in found]
    return [{"word": word, "means": mine.get(word, means)} for word, means in known]


def _numbered(values: Mapping[str, str]) -> list[int]:
    return [n for n in range(MOST) if f"word-{n}" in values]


def _told(told: Told | None) -> dict[str, str]:
    if told is None:
        return {}
    said = {name: told.columns.get(name, "") for name in COLUMNS}
    for n, (word, means) in enumerate(told.meanings.items()):
        said |= {f"word-{n}": word, f"means-{n}": means}
    return {**said, "everybody": told.everybody or BY_COLUMN}


@router.post(f"{ONE}/columns")
def say(connection_id: str, import_id: str) -> Response[str]:
    there = path(connection_id, import_id)
    doing, said = act(router, SCOPE, there), forms.typed(router)
    connection = taking(doing.company_id, connection_id)
    one = found(connection, import_id)
    try:
        with doing.answering():
            trying.tried(
                one,
                parse(TryRequest, _asked(said)),
                files=files(),
                written=lambda _: Imports(doing.table("import.try", import_id)),
                now=doing.now,
            )
    except (CsvRefused, InvalidRequest) as error:
        return page(router, connection, one, said, _mistakes(error))
    return over(doing)


def _asked(said: Mapping[str, str]) -> dict[str, Any]:
    by_column = said.get("everybody", BY_COLUMN) == BY_COLUMN
    columns = {name: said[name] for name in COLUMNS if said.get(name)}
    if not by_column:
        columns.pop("result", None)
    return {
        "columns": columns,
        "meanings": _meanings(said) if by_column else {},
        "everybody": None if by_column else said["everybody"],
    }


def _meanings(said: Mapping[str, str]) -> dict[str, str]:
    """A word that somebody takes our meaning from is left alone; one without any stays unknown."""
    pairs = [(said[f"word-{n}"], said.get(f"means-{n}", "")) for n in _numbered(said)]
    ours = {word for word, _ in pairs if meaning(word, {}) is not Meaning.UNKNOWN}
    return {w: means or str(Meaning.IGNORED) for w, means in pairs if means or w in ours}


def _mistakes(error: CsvRefused | InvalidRequest) -> dict[str, str]:
    errors = words(router, "csv_columns")["errors"]
    if isinstance(error, InvalidRequest):
        return {"reference": errors["general"]}
    field = error.column if error.column in COLUMNS else "reference"
    return {str(field): errors.get(error.reason, errors["general"])}
