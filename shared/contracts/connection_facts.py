"""The fact that a connection needs looking at: once for each time it began to."""

from shared.contracts.events import ConnectionDegraded
from shared.domain.connection import Connection
from shared.domain.connection_health import Health, is_news


def degraded(connection: Connection, before: Health, after: Health) -> ConnectionDegraded | None:
    """None: there is nothing its company does not know. For the transaction that keeps `after`."""
    if not is_news(before, after) or after.told_at is None:
        return None
    since = int(after.told_at.timestamp() * 1000)
    return ConnectionDegraded(
        event_id=f"connection:{connection.connection_id}:degraded:{since}",
        occurred_at=after.told_at,
        company_id=connection.company_id,
        connection_id=connection.connection_id,
        provider=str(connection.provider),
        ills=tuple(map(str, after.ills)),
    )
