"""A company's file of results: what became of it, and the file itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from shared.domain.applicant import Kept
from shared.domain.file_import import FileImport
from shared.domain.ids import ApplicationId, ConnectionId, ImportId

if TYPE_CHECKING:  # pydantic adds a quarter to a start; `click` must not pay it
    from shared.contracts.events import Event


class Imports(Protocol):
    def find(self, connection_id: ConnectionId, import_id: ImportId) -> FileImport:
        """Raises NotFound."""
        ...

    def keep(self, after: FileImport, fact: Event | None = None) -> FileImport:
        """As it was read, changed; with `version` 0 a new one.

        Raises:
            Conflict
            TooManyRequests: too many of this connection's today.
            StateForbids: it is confirmed, and the company left.
        """
        ...


class Files(Protocol):
    """All may raise Unavailable."""

    def read(self, prefix: str, connection_id: ConnectionId, import_id: ImportId) -> bytes:
        """Raises NotFound, CsvRefused: too large."""
        ...

    def keep(
        self, prefix: str, connection_id: ConnectionId, import_id: ImportId, content: bytes
    ) -> None: ...

    def drop(self, connection_id: ConnectionId, import_id: ImportId) -> None:
        """The company's file, wherever it lies."""
        ...


class Known(Protocol):
    def several(
        self, connection_id: ConnectionId, names: Sequence[ApplicationId]
    ) -> Sequence[Kept | None]:
        """What is kept of each, in their order: 100 at most, one request."""
        ...
