"""Why a delivery is not believed."""

from enum import StrEnum


class Refusal(StrEnum):
    NO_SECRET = "no_secret"  # noqa: S105
    """The connection has none yet: nothing can be believed."""
    UNSIGNED = "unsigned"
    """A header, or a field, that the signature needs is missing or is not of its form."""
    WRONG_SIGNATURE = "wrong_signature"
    """Another secret, or another body."""
    STALE = "stale"
    """Rightly signed, at another time than about now."""
