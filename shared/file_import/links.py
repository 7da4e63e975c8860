"""Each reference of a file with its link, for the mails its company sends itself."""

import json
from datetime import datetime

from shared.domain.connection import Connection, Way
from shared.domain.errors import NotFound, StateForbids
from shared.domain.file_import import FileImport
from shared.domain.import_places import LINKS
from shared.pages.sheet import sheet
from shared.ports.importing import Files


def offered_by(connection: Connection) -> None:
    """Raises StateForbids: it hears of applications by itself."""
    if connection.way is not Way.FILE:
        why = "this connection hears of applications by itself, and takes no file"
        raise StateForbids(why, connection.way)


def listed(one: FileImport, *, files: Files, here: str, now: datetime) -> str:
    """Raises NotFound: it is not done, or was for longer than a day."""
    if not one.has_links(now):
        raise NotFound("there is no list of links: import the file again to have one")
    found = json.loads(files.read(LINKS, one.connection_id, one.import_id))
    return sheet(("reference", "url"), ((ref, f"{here}/r/{slug}") for ref, slug in found))
