"""What only the pepper's holder can compute: who is the same person, and which code was sent."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from shared.domain.errors import NotFound
from shared.domain.ids import (
    ApplicationId,
    CandidateId,
    ConnectionId,
    PersonKey,
    RegistrationId,
)
from shared.domain.person import normalise

CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Pepper:
    """One secret; every use says what it is for, so that no value serves two."""

    secret: bytes

    def person(self, email: str) -> PersonKey:
        return PersonKey(self._of("person", normalise(email)).hex())

    def code(self, registration_id: RegistrationId, issue: int) -> str:
        return self._six("code", f"{registration_id}:{issue}")

    def sign_in_code(self, sign_in_id: str, issue: int) -> str:
        return self._six("sign-in code", f"{sign_in_id}:{issue}")

    def address_code(self, candidate_id: CandidateId, change_id: str, person: PersonKey) -> str:
        """Good for one mailbox, and in one candidate's hands: whoever else types it has no code."""
        return self._six("address code", f"{candidate_id}:{change_id}:{person}")

    def rights_code(self, request_id: str, issue: int) -> str:
        """For who asks about their data, at the address on file."""
        return self._six("rights code", f"{request_id}:{issue}")

    def form_word(self, session_digest: str) -> str:
        """What every form of a session carries, and nobody else's can."""
        return self._word("form", session_digest)

    def recovery_code(self, person: PersonKey, plain: str) -> str:
        """What is kept of one."""
        return self._of("recovery code", f"{person}:{plain}").hex()[:32]

    def phone(self, e164: str) -> str:
        return self._of("phone", e164).hex()

    def likeness(self, said: str) -> str:
        """Of a name with its wishes (shared.domain.duplicate)."""
        return self._of("likeness", said).hex()

    def found(self, beginning: str) -> str:
        """Of a name's beginning (shared.domain.finding): what it is looked up by names nobody."""
        return self._of("found", beginning).hex()[:32]

    def tenant(self, connection_id: ConnectionId) -> Callable[[str], str]:
        """Hashes what a company's ATS calls people, so that no two companies' can be compared."""
        return lambda said: self._of("ats", f"{connection_id}:{said}").hex()[:32]

    def application(self, connection_id: ConnectionId, ref: str) -> ApplicationId:
        """Our name of what the ATS, or the company, calls `ref`."""
        return ApplicationId(f"app_{self.tenant(connection_id)(f'application:{ref}')}")

    def visitor(self, address: str, day: str) -> str:
        """The same visitor is another one tomorrow, so nobody is followed."""
        return self._of("visitor", f"{day}:{address}").hex()[:32]

    def token(self, purpose: str, subject: str) -> str:
        """What only a mail of ours can have said: a subject, and our word for it in 128 bits.

        >>> Pepper(b"x").told("messages", Pepper(b"x").token("messages", "cnd_1"))
        'cnd_1'
        """
        return f"{subject}.{self._word(purpose, subject)}"

    def told(self, purpose: str, token: str) -> str:
        """The subject. Raises NotFound: not our word, or for another purpose."""
        subject, _, word = token.rpartition(".")
        if not hmac.compare_digest(word.encode(), self._word(purpose, subject).encode()):
            raise NotFound("there is nothing here")
        return subject

    def _word(self, purpose: str, subject: str) -> str:
        word = self._of(f"token {purpose}", subject)[:16]
        return base64.urlsafe_b64encode(word).decode().rstrip("=")

    def _six(self, purpose: str, subject: str) -> str:
        number = int.from_bytes(self._of(purpose, subject)) % 10**CODE_DIGITS
        return f"{number:0{CODE_DIGITS}}"

    def _of(self, purpose: str, text: str) -> bytes:
        return hmac.digest(self.secret, f"{purpose}\0{text}".encode(), hashlib.sha256)
