from enum import StrEnum


class EndpointState(StrEnum):
    DISABLED = "disabled"
    ON = "on"
    PAUSED = "paused"

    def __str__(self) -> str:
        return str(self.value)
