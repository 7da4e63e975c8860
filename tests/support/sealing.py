"""A seal for tests: it opens for its purpose and owner, and shows nothing of what is in it."""

import base64
import json

from shared.domain.errors import NotSealed


class Seal:
    def seal(self, secret: str, purpose: str, of: str) -> str:
        return base64.b85encode(json.dumps([secret, purpose, of]).encode()).decode()

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        try:
            secret, *sealed_for = json.loads(base64.b85decode(sealed))
        except ValueError:
            raise NotSealed("this was not sealed by us") from None
        if sealed_for != [purpose, of]:
            raise NotSealed("this was not sealed for that")
        return str(secret)
