from enum import StrEnum


class HoursSystem(StrEnum):
    DISCRETIONARY = "discretionary"
    FIXED = "fixed"
    FLEX = "flex"
    SHIFT = "shift"
    VARIABLE = "variable"

    def __str__(self) -> str:
        return str(self.value)
