from enum import StrEnum


class ContractTerm(StrEnum):
    FIXED = "fixed"
    INDEFINITE = "indefinite"

    def __str__(self) -> str:
        return str(self.value)
