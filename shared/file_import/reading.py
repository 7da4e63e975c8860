"""A confirmed file, row by row: from where it stopped, as far as the time goes, and on from there.

Every row is the same however often it is heard, so that whoever comes after a crash begins at the
last mark. The import is done when all rows are; then the file is deleted.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import batched
from typing import Final

from shared.ats.csv_import.plan import Plan
from shared.domain.connection import Connection
from shared.domain.errors import CsvRefused, NotFound
from shared.domain.file_import import OVER, FileImport
from shared.domain.ids import ConnectionId, ImportId
from shared.domain.import_places import KEPT, LINKS
from shared.file_import.chunk import AT_ONCE, HANDS, Rows
from shared.file_import.deciding import waits
from shared.file_import.trying import planned
from shared.hearing import Ears
from shared.ports.applications import Connections
from shared.ports.importing import Files, Imports, Known

MARK: Final = 10
"""Chunks between two marks."""
FILE_GONE: Final = "file_gone"
CONNECTION_REMOVED: Final = "connection_removed"


@dataclass(frozen=True, slots=True)
class Reading:
    """
    Args:
        goes_on: whether there is time for more.
    """

    imports: Imports
    files: Files
    connections: Connections
    known: Known
    ears: Ears
    clock: Callable[[], datetime]
    goes_on: Callable[[], bool]
    hands: int = HANDS

    def read(self, connection_id: ConnectionId, import_id: ImportId) -> FileImport:
        """As far as it came. Again where it is over changes nothing.

        Raises:
            NotFound: there is no such import.
            Conflict, Unavailable: try again; what was done stays done.
        """
        one = self.imports.find(connection_id, import_id)
        if one.state not in OVER:
            one = self._read(one)
        if one.state in OVER:
            self.files.drop(connection_id, import_id)
        return one

    def _read(self, one: FileImport) -> FileImport:
        try:
            connection = self.connections.find(one.connection_id)
            return self._go_on(one, connection, self._plan(one))
        except CsvRefused as refused:
            why = refused.reason
        except _Stopped as stopped:
            why = stopped.reason
        marked = self.imports.find(one.connection_id, one.import_id)
        return self.imports.keep(marked.refused(why, self.clock()))

    def _plan(self, one: FileImport) -> Plan:
        """What was confirmed, out of the bytes that were. Raises CsvRefused, _Stopped."""
        assert one.told and one.confirmed_at
        try:
            raw = self.files.read(KEPT, one.connection_id, one.import_id)
        except NotFound:
            raise _Stopped(FILE_GONE) from None
        plan = planned(raw, one.told, one.confirmed_at)
        plan.check(one.told.digest)
        return plan

    def _go_on(self, one: FileImport, connection: Connection, plan: Plan) -> FileImport:
        if connection.removed_at:
            raise _Stopped(CONNECTION_REMOVED)
        assert one.confirmed_at
        rows = Rows(connection, one.confirmed_at, self.ears, self.known, self.hands)
        for marked in batched(plan.rows[one.gone_over :], AT_ONCE * MARK, strict=False):
            for chunk in batched(marked, AT_ONCE, strict=False):
                rows.hear(chunk)
            gone_over = one.gone_over + len(marked)
            if gone_over == one.rows:
                return self._done(one, rows, plan)
            one = replace(one, gone_over=gone_over)
            if not self.goes_on():
                return self._continued(one)
            one = self.imports.keep(one.advanced(gone_over, self.clock()))
        return one

    def _continued(self, one: FileImport) -> FileImport:
        """Marked, and said in the same commit: who hears it goes on from the mark."""
        now = self.clock()
        return self.imports.keep(one.advanced(one.gone_over, now), waits(one, now))

    def _done(self, one: FileImport, rows: Rows, plan: Plan) -> FileImport:
        """With the list of its links, for the company's own mails."""
        links = [
            pair
            for chunk in batched(plan.rows, AT_ONCE, strict=False)
            for pair in rows.linked(chunk)
        ]
        listed = json.dumps(links).encode()
        self.files.keep(LINKS, one.connection_id, one.import_id, listed)
        after = replace(one, links=len(links)).advanced(one.rows, self.clock())
        return self.imports.keep(after)


@dataclass
class _Stopped(Exception):
    reason: str
