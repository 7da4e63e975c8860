from enum import StrEnum


class RejectionRequestLocaleType0(StrEnum):
    EN = "en"
    JA = "ja"

    def __str__(self) -> str:
        return str(self.value)
