from enum import StrEnum


class ContractRenewalType0(StrEnum):
    AUTOMATIC = "automatic"
    BY_CRITERIA = "by_criteria"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
