"""Where an import's file lies: as it was sent, as it was confirmed; and the list of its links."""

from typing import Final

from shared.domain.ids import ConnectionId, ImportId

INCOMING: Final = "incoming/"
KEPT: Final = "kept/"
LINKS: Final = "links/"
ALL: Final = (INCOMING, KEPT, LINKS)


def place(prefix: str, connection_id: ConnectionId, import_id: ImportId) -> str:
    return f"{prefix}{connection_id}/{import_id}.csv"
