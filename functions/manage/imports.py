"""A company's file of results, for an ATS that has no API: sent, tried, confirmed, read."""

from functools import cache
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Body

from functions.manage.wires import company, origin
from shared import clock, downloads, mint, programs, web
from shared.acts import act, said
from shared.aws import clients
from shared.aws.import_files import ImportFiles
from shared.contracts.file_import import (
    ConfirmRequest,
    FileAnswer,
    ImportAnswer,
    ImportOffer,
    PlanAnswer,
    TryRequest,
)
from shared.domain.errors import NotFound
from shared.domain.file_import import FileImport
from shared.domain.ids import CompanyId, ConnectionId, ImportId
from shared.domain.import_places import INCOMING
from shared.file_import import deciding, trying
from shared.file_import.links import listed, offered_by
from shared.retry import retry_on_conflict
from shared.settings import IMPORT_BUCKET, setting
from shared.table.connections import Connections
from shared.table.imports import Imports
from shared.wires import table

router = programs.routes()
SCOPE = "ats:write"
ALL = "/v1/ats-connections/<connection_id>/import"
ONE = f"{ALL}/<import_id>"


@cache
def files() -> ImportFiles:
    """Not at start: who asks for something else need not wait for S3's client."""
    return ImportFiles(setting(IMPORT_BUCKET), clients.s3())


def _found(company_id: CompanyId, connection_id: str, import_id: str) -> FileImport:
    """Raises NotFound, also for another company's."""
    Connections(table()).own(company_id, ConnectionId(connection_id))
    return Imports(table()).find(ConnectionId(connection_id), ImportId(import_id))


@router.post(ALL, status_code=201, summary="A form to send a CSV of results by")
def begin(connection_id: str) -> Response[ImportOffer]:
    doing = act(router, SCOPE)
    connection = Connections(table()).own(doing.company_id, ConnectionId(connection_id))
    offered_by(connection)
    name = ImportId(mint.mint("imp", doing.now))
    one = FileImport(name, connection.connection_id, doing.company_id, doing.now)
    answer = ImportOffer.of(name, files().offer(one.connection_id, name, doing.now))
    with doing.answering():
        kept = Imports(doing.table("import.begin", name, answer, 201))
        retry_on_conflict(kept.keep)(one)
    return doing.said(answer, 201)


@router.get(ONE, summary="An import: the file's columns, and what became of it")
def one(connection_id: str, import_id: str) -> Response[ImportAnswer]:
    found = _found(company(router, SCOPE), connection_id, import_id)
    file = _file(found) if found.is_open(clock.now()) else None
    return said(ImportAnswer.of(found, file))


def _file(one: FileImport) -> FileAnswer | None:
    """Raises CsvRefused."""
    try:
        return trying.seen(files().read(INCOMING, one.connection_id, one.import_id))
    except NotFound:
        return None


@router.post(f"{ONE}/dry-run", summary="What the import would do; nothing is done by this")
def dry_run(
    connection_id: str, import_id: str, asked: Annotated[TryRequest, Body()]
) -> Response[PlanAnswer]:
    doing = act(router, SCOPE)
    with doing.answering():
        _, plan = trying.tried(
            _found(doing.company_id, connection_id, import_id),
            asked,
            files=files(),
            written=doing.written(Imports, "import.try", import_id, trying.shown),
            now=doing.now,
        )
    return doing.said(trying.shown(plan))


@router.post(f"{ONE}/confirm", status_code=202, summary="Do what was shown, by its digest")
def confirm(
    connection_id: str, import_id: str, asked: Annotated[ConfirmRequest, Body()]
) -> Response[ImportAnswer]:
    doing = act(router, SCOPE)
    with doing.answering():
        after = deciding.confirm(
            _found(doing.company_id, connection_id, import_id),
            asked.digest,
            files=files(),
            written=doing.written(Imports, "import.confirm", import_id, ImportAnswer.of, 202),
            now=doing.now,
        )
    return doing.said(ImportAnswer.of(after), 202)


@router.delete(ONE, status_code=204, summary="Drop an import that was not confirmed")
def drop(connection_id: str, import_id: str) -> Response[None]:
    doing = act(router, SCOPE)
    deciding.drop(
        _found(doing.company_id, connection_id, import_id),
        files=files(),
        written=lambda _: Imports(doing.table("import.drop", import_id)),
        now=doing.now,
    )
    return Response(204, headers=web.SAFE)


@router.get(
    f"{ONE}/links.csv",
    enable_validation=False,
    summary="The link of each reference, for the company's own mails; for a day",
)
def links(connection_id: str, import_id: str) -> Response[Any]:
    found = _found(company(router, SCOPE), connection_id, import_id)
    text = listed(found, files=files(), here=origin(router), now=clock.now())
    return downloads.spreadsheet(f"career-relay-{found.import_id}", text)
