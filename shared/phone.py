"""One telephone number, however it was typed."""

from typing import Final

import phonenumbers

HOME: Final = "JP"


def e164(typed: str | None) -> str | None:
    """None where no such number can be called.

    >>> e164("090-1234-5678"), e164("+81 90 1234 5678"), e164("12")
    ('+819012345678', '+819012345678', None)
    """
    try:
        number = phonenumbers.parse(typed or "", HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
