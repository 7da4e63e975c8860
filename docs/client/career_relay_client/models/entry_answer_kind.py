from enum import StrEnum


class EntryAnswerKind(StrEnum):
    ADJUST = "adjust"
    CARRY_DEFICIT = "carry_deficit"
    CONSUME = "consume"
    COUNT = "count"
    EXPIRE = "expire"
    GRANT = "grant"
    RELEASE = "release"
    RESERVE = "reserve"
    RESTORE = "restore"
    UNCOUNT = "uncount"
    VOID = "void"

    def __str__(self) -> str:
        return str(self.value)
