"""Who is the same person. Addresses are stored and written to as typed; this is for comparing."""

import unicodedata


def normalise(email: str) -> str:
    """Case, width and plus-tag do not make two people of one.

    >>> normalise(" Ｔaro+jobs@Example.JP ")
    'taro@example.jp'
    """
    local, _, domain = unicodedata.normalize("NFKC", email).strip().casefold().rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def domain_of(email: str) -> str:
    return normalise(email).rpartition("@")[2]
