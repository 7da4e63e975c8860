"""What only the pepper's holder can compute: who is the same person, and which code was sent."""

import hashlib
import hmac
from dataclasses import dataclass

from shared.domain.ids import PersonKey, RegistrationId
from shared.domain.person import normalise

CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Pepper:
    """One secret; every use says what it is for, so that no value serves two."""

    secret: bytes

    def person(self, email: str) -> PersonKey:
        return PersonKey(self._of("person", normalise(email)).hex())

    def code(self, registration_id: RegistrationId, issue: int) -> str:
        digest = self._of("code", f"{registration_id}:{issue}")
        return f"{int.from_bytes(digest) % 10**CODE_DIGITS:0{CODE_DIGITS}}"

    def visitor(self, address: str, day: str) -> str:
        """The same visitor is another one tomorrow, so nobody is followed."""
        return self._of("visitor", f"{day}:{address}").hex()[:32]

    def _of(self, purpose: str, text: str) -> bytes:
        return hmac.digest(self.secret, f"{purpose}\0{text}".encode(), hashlib.sha256)
