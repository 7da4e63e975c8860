from enum import StrEnum


class Stage(StrEnum):
    ASKED = "asked"
    CONSENTED = "consented"
    DECLINED = "declined"
    INTERVIEWING = "interviewing"
    JOINED = "joined"
    LEFT = "left"
    OFFERED = "offered"
    RECOMMENDED = "recommended"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
