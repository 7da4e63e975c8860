from enum import StrEnum


class LotState(StrEnum):
    AVAILABLE = "available"
    CONSUMED = "consumed"
    EXPIRED = "expired"
    RESERVED = "reserved"
    VOIDED = "voided"

    def __str__(self) -> str:
        return str(self.value)
