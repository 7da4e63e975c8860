from enum import StrEnum


class ConnectionRequestProvider(StrEnum):
    ASHBY = "ashby"
    CSV = "csv"
    GENERIC = "generic"
    GREENHOUSE = "greenhouse"
    HERP = "herp"
    LEVER = "lever"
    SMARTRECRUITERS = "smartrecruiters"
    TALENTIO = "talentio"
    TEAMTAILOR = "teamtailor"
    WORKABLE = "workable"

    def __str__(self) -> str:
        return str(self.value)
