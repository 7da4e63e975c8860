from enum import StrEnum


class TryRequestEverybodyType0(StrEnum):
    CANDIDATE = "candidate"
    COMPANY = "company"
    HIRED = "hired"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
