from enum import StrEnum


class Way(StrEnum):
    CALL = "call"
    FILE = "file"
    POLL = "poll"
    WEBHOOK = "webhook"

    def __str__(self) -> str:
        return str(self.value)
