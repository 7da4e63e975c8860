from enum import StrEnum


class CompanyState(StrEnum):
    ACTIVE = "active"
    LEFT = "left"
    PENDING_REVIEW = "pending_review"
    REFUSED = "refused"
    SUSPENDED = "suspended"

    def __str__(self) -> str:
        return str(self.value)
