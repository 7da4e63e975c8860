from enum import StrEnum


class ConditionsSmoking(StrEnum):
    OUTDOORS_ONLY = "outdoors_only"
    PERMITTED = "permitted"
    PROHIBITED = "prohibited"
    SMOKING_ROOM = "smoking_room"

    def __str__(self) -> str:
        return str(self.value)
