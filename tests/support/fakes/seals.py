"""Secrets under a seal that anybody reads: what is sealed for one thing opens for that alone."""

import json
from base64 import b64decode, b64encode

from shared.domain.errors import NotSealed


class FakeSeals:
    def seal(self, secret: str, purpose: str, of: str) -> str:
        return b64encode(json.dumps([secret, purpose, of]).encode()).decode()

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        secret, *meant = json.loads(b64decode(sealed))
        if meant != [purpose, of]:
            raise NotSealed("this was not sealed for that")
        return str(secret)
