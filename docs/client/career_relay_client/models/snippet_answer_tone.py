from enum import StrEnum


class SnippetAnswerTone(StrEnum):
    SOFT = "soft"
    STANDARD = "standard"

    def __str__(self) -> str:
        return str(self.value)
