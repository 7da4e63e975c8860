"""A delivery at the door: believed, then read, then its body forgotten."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from shared.ats.delivery import Delivery
from shared.ats.refusal import Refusal
from shared.ats.vendor import Keyed, Vendor


def received(
    vendor: Vendor,
    raw: bytes,
    headers: Mapping[str, str],
    secrets: Sequence[str],
    now: datetime,
    keyed: Keyed,
) -> Refusal | Delivery:
    """Args as in `Vendor`; the names of headers in any case."""
    lowered = {name.lower(): value for name, value in headers.items()}
    refusal = vendor.verified(raw, lowered, secrets, now)
    return vendor.read(raw, lowered, keyed) if refusal is None else refusal
