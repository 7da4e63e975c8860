"""An import's file and what is known of it, for the pages that lead it through."""

from functools import cache
from typing import Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.room import company
from shared import clock
from shared.aws import clients
from shared.aws.import_files import ImportFiles
from shared.domain.company import Company
from shared.domain.connection import Connection, Way
from shared.domain.errors import NotFound
from shared.domain.file_import import FileImport, is_import_id
from shared.domain.ids import CompanyId, ConnectionId, ImportId
from shared.domain.import_places import INCOMING
from shared.settings import IMPORT_BUCKET, setting
from shared.table.connection_views import ConnectionViews
from shared.table.connections import Connections
from shared.table.imports import Imports
from shared.wires import table

LIST: Final = "/console/connections"
ALL: Final = f"{LIST}/<connection_id>/import"
ONE: Final = f"{ALL}/<import_id>"
SCOPE: Final = "ats:write"


@cache
def files() -> ImportFiles:
    """Not at start: who asks for something else need not wait for S3's client."""
    return ImportFiles(setting(IMPORT_BUCKET), clients.s3())


def path(connection_id: str, import_id: str = "") -> str:
    return f"{LIST}/{connection_id}/import" + (f"/{import_id}" if import_id else "")


def mine(router: APIGatewayHttpRouter, connection_id: str) -> Connection:
    """One that takes files. Raises NotFound, InsufficientScope."""
    return taking(company(router, SCOPE), connection_id)


def taking(company_id: CompanyId, connection_id: str) -> Connection:
    """Raises NotFound."""
    return _of_files(Connections(table()).own(company_id, ConnectionId(connection_id)))


def with_company(company_id: CompanyId, connection_id: str) -> tuple[Company, Connection]:
    """One request. Raises NotFound."""
    views = ConnectionViews(table())
    company, view = views.with_company(company_id, ConnectionId(connection_id))
    return company, _of_files(view.connection)


def _of_files(found: Connection) -> Connection:
    if found.way is not Way.FILE:
        raise NotFound("this connection takes no files")
    return found


def found(connection: Connection, import_id: str) -> FileImport:
    """Also one whose file came in by a page's form and that nobody tried yet. Raises NotFound."""
    name = ImportId(import_id)
    try:
        return Imports(table()).find(connection.connection_id, name)
    except NotFound:
        if not is_import_id(import_id):
            raise
    files().read(INCOMING, connection.connection_id, name)
    return FileImport(name, connection.connection_id, connection.company_id, clock.now())
