from enum import StrEnum


class ConnectionState(StrEnum):
    DEGRADED = "degraded"
    GOOD = "good"
    INCOMPLETE = "incomplete"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
