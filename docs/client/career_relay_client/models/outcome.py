from enum import StrEnum


class Outcome(StrEnum):
    APPLIED = "applied"
    HANDSHAKE = "handshake"
    IGNORED = "ignored"
    NOT_WRITTEN = "not_written"
    PING = "ping"
    REFUSED = "refused"
    UNREAD = "unread"

    def __str__(self) -> str:
        return str(self.value)
