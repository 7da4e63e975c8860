from enum import StrEnum


class VoidState(StrEnum):
    DONE = "done"
    WORKING = "working"

    def __str__(self) -> str:
        return str(self.value)
