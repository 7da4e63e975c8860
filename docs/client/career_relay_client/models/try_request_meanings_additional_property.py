from enum import StrEnum


class TryRequestMeaningsAdditionalProperty(StrEnum):
    CANDIDATE = "candidate"
    COMPANY = "company"
    HIRED = "hired"
    IGNORED = "ignored"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
