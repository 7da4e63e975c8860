from enum import StrEnum


class Ill(StrEnum):
    ACCESS = "access"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
