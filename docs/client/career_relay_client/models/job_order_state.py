from enum import StrEnum


class JobOrderState(StrEnum):
    ACCEPTED = "accepted"
    CLOSED = "closed"
    FILLED = "filled"
    POSTED = "posted"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
