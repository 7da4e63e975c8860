from enum import StrEnum


class RejectionRequestStageType0(StrEnum):
    APPLIED = "applied"
    ASSESSMENT = "assessment"
    FINAL_INTERVIEW = "final_interview"
    INTERVIEW = "interview"
    OFFER = "offer"
    SCREENING = "screening"

    def __str__(self) -> str:
        return str(self.value)
