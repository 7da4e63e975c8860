"""What an import would do: shown, then confirmed or dropped; and the list of its links."""

from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.csv_file import LIST, ONE, SCOPE, files, found, mine, path, taking
from functions.console.room import routes, shown, words
from shared import clock, downloads, forms, request
from shared.ats.csv_import.meaning import LEFT_ALONE
from shared.domain.connection import Connection
from shared.domain.errors import CsvRefused
from shared.domain.file_import import FileImport
from shared.domain.import_places import INCOMING
from shared.file_import import deciding
from shared.file_import.links import listed
from shared.file_import.trying import planned
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.imports import Imports
from shared.wires import table

router = routes()


def page(
    asking: APIGatewayHttpRouter,
    connection: Connection,
    one: FileImport,
    refused: CsvRefused | None = None,
) -> Response[str]:
    """Raises CsvRefused, NotFound: the file is another one by now, or gone."""
    assert one.told
    raw = files().read(INCOMING, one.connection_id, one.import_id)
    plan = planned(raw, one.told, clock.now())
    errors = words(asking, "csv_plan")["errors"]
    company = Companies(table()).find(connection.company_id)
    values = {
        "connection": connection,
        "path": path(one.connection_id, one.import_id),
        "back": path(one.connection_id),
        "plan": plan,
        "counted": {m.value: n for m, n in plan.counts.items() if n and m not in LEFT_ALONE},
        "left_alone": sum(plan.counts[m] for m in LEFT_ALONE) + plan.let_be,
        "refused": errors.get(refused.reason, errors["general"]) if refused else None,
    }
    status = 422 if refused else 200
    return shown(asking, "csv_plan", LIST, values, place=company.name, status=status)


@router.post(f"{ONE}/confirm")
def confirm(connection_id: str, import_id: str) -> Response[str]:
    doing = act(router, SCOPE, f"{path(connection_id, import_id)}?done=confirmed")
    connection = taking(doing.company_id, connection_id)
    one = found(connection, import_id)
    try:
        with doing.answering():
            deciding.confirm(
                one,
                forms.typed(router).get("digest", ""),
                files=files(),
                written=lambda _: Imports(doing.table("import.confirm", import_id)),
                now=doing.now,
            )
    except CsvRefused as refused:
        if one.told is None:
            raise
        return page(router, connection, one, refused)
    return over(doing)


@router.post(f"{ONE}/drop")
def drop(connection_id: str, import_id: str) -> Response[str]:
    doing = act(router, SCOPE, f"{path(connection_id)}?done=dropped")
    with doing.answering():
        deciding.drop(
            found(taking(doing.company_id, connection_id), import_id),
            files=files(),
            written=lambda _: Imports(doing.table("import.drop", import_id)),
            now=doing.now,
        )
    return over(doing)


@router.get(f"{ONE}/links.csv")
def links(connection_id: str, import_id: str) -> Response[Any]:
    connection = mine(router, connection_id)
    here = request.origin(router.current_event.raw_event)
    one = found(connection, import_id)
    text = listed(one, files=files(), here=here, now=clock.now())
    return downloads.spreadsheet(f"career-relay-{one.import_id}", text)
