from enum import StrEnum


class Check(StrEnum):
    APPLICATION_DORMANT = "application_dormant"
    DELIVERY_READ = "delivery_read"
    LAST_EVENT = "last_event"
    LINK_MADE = "link_made"
    REJECTION_LIVE = "rejection_live"
    REPEATED_IGNORED = "repeated_ignored"
    SECRET_THERE = "secret_there"
    SIGNATURE_ACCEPTED = "signature_accepted"
    UNREJECTION_ASLEEP = "unrejection_asleep"
    VENDOR_ANSWERS = "vendor_answers"
    WITHDRAWAL_MOVES_NOTHING = "withdrawal_moves_nothing"
    WRONG_SIGNATURE_REFUSED = "wrong_signature_refused"

    def __str__(self) -> str:
        return str(self.value)
