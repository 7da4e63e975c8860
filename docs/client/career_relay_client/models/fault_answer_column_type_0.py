from enum import StrEnum


class FaultAnswerColumnType0(StrEnum):
    DAY = "day"
    JOB = "job"
    REFERENCE = "reference"
    RESULT = "result"
    STAGE = "stage"

    def __str__(self) -> str:
        return str(self.value)
