from enum import StrEnum


class ImportState(StrEnum):
    DONE = "done"
    DROPPED = "dropped"
    OFFERED = "offered"
    REFUSED = "refused"
    RUNNING = "running"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
