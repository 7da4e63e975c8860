"""What an authenticator app is told, and what it says (RFC 6238)."""

from datetime import datetime
from typing import Final

import pyotp
import segno

TOLERATED: Final = (0, -1, 1)
"""Half minutes a device's clock may be off."""


def new_secret() -> str:
    """160 bits, in base32."""
    return str(pyotp.random_base32())


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """The half minute whose code this is; None for another code."""
    device = pyotp.TOTP(secret)
    here = device.timecode(now)
    found = [here + off for off in TOLERATED if _same(device.generate_otp(here + off), typed)]
    return found[0] if found else None


def _same(due: str, typed: str) -> bool:
    return bool(pyotp.utils.strings_equal(due, typed))


def address(secret: str, email: str, issuer: str) -> str:
    """What an app on the same device opens."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def picture(secret: str, email: str, issuer: str) -> str:
    """What the app photographs, as a `data:` address of an SVG."""
    code = segno.make(address(secret, email, issuer), error="m", micro=False)
    return str(code.svg_data_uri(scale=4, border=4, dark="#1C2B33", light="#FFFFFF"))


def in_fours(secret: str) -> str:
    """For typing it.

    >>> in_fours("ABCDEFGHIJ")
    'ABCD EFGH IJ'
    """
    return " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
