"""Secrets under our KMS key. Purpose and owner are the encryption context: no other opens them."""

import base64
import binascii
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import NotSealed, Unavailable

PURPOSE: Final = "for"
"""What a function's right is narrowed by: kms:EncryptionContext:for."""
OWNER: Final = "of"
NOT_OURS: Final = {"InvalidCiphertextException", "IncorrectKeyException", "ValidationException"}


@dataclass(frozen=True, slots=True)
class KmsSealed:
    """What fits in 4 KB. `client` is of KMS."""

    key: str
    client: Any

    def seal(self, secret: str, purpose: str, of: str) -> str:
        with _understanding():
            made = self.client.encrypt(
                KeyId=self.key, Plaintext=secret.encode(), EncryptionContext=_context(purpose, of)
            )
        return base64.b64encode(made["CiphertextBlob"]).decode()

    def unseal(self, sealed: str, purpose: str, of: str) -> str:
        with _understanding():
            opened = self.client.decrypt(
                KeyId=self.key,
                CiphertextBlob=base64.b64decode(sealed, validate=True),
                EncryptionContext=_context(purpose, of),
            )
        plain: bytes = opened["Plaintext"]
        return plain.decode()


def _context(purpose: str, of: str) -> dict[str, str]:
    return {PURPOSE: purpose, OWNER: of}


@contextmanager
def _understanding() -> Iterator[None]:
    try:
        yield
    except binascii.Error as error:
        raise NotSealed("this was not sealed by us") from error
    except ClientError as error:
        if error.response["Error"]["Code"] in NOT_OURS:
            raise NotSealed("this was not sealed for that") from error
        raise Unavailable("the key does not answer") from error
    except BotoCoreError as error:
        raise Unavailable("the key does not answer") from error
