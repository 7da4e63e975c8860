"""Secrets of others that we must say again: closed by a key that never leaves where it is kept."""

from typing import Protocol


class Sealed(Protocol):
    """What was sealed for one purpose and owner opens for these alone."""

    def seal(self, secret: str, purpose: str, of: str) -> str:
        """Raises Unavailable."""
        ...

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        """Raises NotSealed: not by us, or for something else; Unavailable."""
        ...
