"""New names: prefixed, time-sortable ids, slugs nobody guesses, keys shown once."""

import hashlib
import secrets
from datetime import datetime
from typing import Final

from ulid import ULID

_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def mint(prefix: str, at: datetime) -> str:
    return f"{prefix}_{ULID.from_datetime(at)}"


def slug() -> str:
    """10 letters and digits that are not mistaken for each other: 49 bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(10))


def recovery_code() -> str:
    """As long as a slug, in two halves for reading."""
    plain = slug()
    return f"{plain[:5]}-{plain[5:]}"


def api_key(kind: str, stage: str) -> str:
    """`crk_<stage>_...` for a company, `cra_<stage>_...` for the agency: 256 bits."""
    return f"{'crk' if kind == 'company' else 'cra'}_{stage}_{secrets.token_urlsafe(32)}"


def session_token() -> str:
    """256 bits."""
    return secrets.token_urlsafe(32)


def key_digest(secret: str) -> str:
    """What is stored of a key. It has 256 random bits, so a plain hash keeps it."""
    return hashlib.sha256(secret.encode()).hexdigest()
