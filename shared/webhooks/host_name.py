"""A host's name as DNS knows it: ASCII, by IDNA 2008 and UTS 46, as browsers read it."""

import re
from typing import Final

import idna

_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""Where the last part looks so, resolvers take the whole for an address."""


def ascii_name(host: str) -> str:
    """Empty where it is no name of two parts or more: an address, however it is spelt, is none."""
    try:
        name = idna.encode(host, uts46=True, std3_rules=True).decode().lower().removesuffix(".")
    except (idna.IDNAError, UnicodeError):
        return ""
    labels = name.split(".")
    return "" if len(labels) < 2 or _NUMBER.fullmatch(labels[-1]) else name
