from enum import StrEnum


class ProblemFieldsAdditionalProperty(StrEnum):
    MALFORMED = "malformed"
    MISSING = "missing"
    NEEDED = "needed"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
