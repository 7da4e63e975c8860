from enum import StrEnum


class Why(StrEnum):
    ADDRESS_NOT_ALLOWED = "address_not_allowed"
    ANSWER_NOT_HTTP = "answer_not_http"
    NAME_NOT_FOUND = "name_not_found"
    NOT_REACHED = "not_reached"
    NO_ANSWER_IN_TIME = "no_answer_in_time"
    TLS_FAILED = "tls_failed"

    def __str__(self) -> str:
        return str(self.value)
