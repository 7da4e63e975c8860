from enum import StrEnum


class Refusal(StrEnum):
    CONDITIONS_NOT_STATED = "conditions_not_stated"
    IMPROPER_CONDITIONS = "improper_conditions"
    LABOUR_LAW_OFFENDER = "labour_law_offender"
    NO_SELF_DECLARATION = "no_self_declaration"
    ORGANISED_CRIME = "organised_crime"
    UNLAWFUL_CONTENT = "unlawful_content"

    def __str__(self) -> str:
        return str(self.value)
