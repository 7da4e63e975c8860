from enum import StrEnum


class GetLinkMailSnippetsStage(StrEnum):
    DOCUMENT = "document"
    FINAL_INTERVIEW = "final_interview"
    FIRST_INTERVIEW = "first_interview"
    GENERAL = "general"
    NEW_GRADUATE = "new_graduate"
    PART_TIME = "part_time"
    VALUE_6 = ""

    def __str__(self) -> str:
        return str(self.value)
