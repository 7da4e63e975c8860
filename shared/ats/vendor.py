"""The port every vendor's file answers, as a module."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shared.ats.delivery import Delivery
from shared.ats.refusal import Refusal

Headers = Mapping[str, str]
"""Names in lower case."""
Keyed = Callable[[str], str]
"""The tenant's keyed hash. It is given `candidate:<the vendor's id>`, or `body:<sha256>`."""


class Vendor(Protocol):
    """Neither function ever raises, whatever the bytes."""

    def verified(
        self, raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime
    ) -> Refusal | None:
        """`raw` as received, base64 of the gateway undone; `secrets`: every live one."""
        ...

    def read(self, raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
        """Only what was verified deserves to be read."""
        ...
