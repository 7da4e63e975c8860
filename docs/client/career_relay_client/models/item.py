from enum import StrEnum


class Item(StrEnum):
    CV = "cv"
    EMAIL = "email"
    LOCATION = "location"
    NAME = "name"
    OCCUPATION = "occupation"
    PHONE = "phone"
    SUMMARY = "summary"

    def __str__(self) -> str:
        return str(self.value)
