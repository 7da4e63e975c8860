from enum import StrEnum


class ConditionsInsuranceItem(StrEnum):
    ACCIDENT = "accident"
    EMPLOYMENT = "employment"
    HEALTH = "health"
    PENSION = "pension"

    def __str__(self) -> str:
        return str(self.value)
