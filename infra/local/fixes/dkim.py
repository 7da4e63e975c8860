"""ministack gives a sender's identity no DKIM records; a template tells them to who sets them."""

import hashlib
from collections.abc import Callable
from typing import Any, Final

from ministack.services import ses_v2
from ministack.services.cloudformation import provisioners

_TYPE: Final = "AWS::SES::EmailIdentity"
_SIGNED_AT: Final = "dkim.amazonses.com"
_RECORDS: Final = (1, 2, 3)


def install() -> None:
    handlers = provisioners._RESOURCE_HANDLERS[_TYPE]
    provisioners._RESOURCE_HANDLERS[_TYPE] = handlers | {
        what: _with_records(handlers[what]) for what in ("create", "update")
    }


def _with_records(make: Callable[..., Any]) -> Callable[..., Any]:
    def made(*told: Any, **more: Any) -> tuple[str, dict[str, str]]:
        identity, attributes = make(*told, **more)
        tokens = [_token(identity, n) for n in _RECORDS]
        known = ses_v2._identities[identity]
        known["DkimAttributes"] = known["DkimAttributes"] | {"Tokens": tokens}
        return identity, attributes | _records(identity, tokens)

    return made


def _token(identity: str, n: int) -> str:
    return hashlib.sha256(f"{identity}:{n}".encode()).hexdigest()[:32]


def _records(identity: str, tokens: list[str]) -> dict[str, str]:
    said = dict[str, str]()
    for n, token in zip(_RECORDS, tokens, strict=True):
        said[f"DkimDNSTokenName{n}"] = f"{token}._domainkey.{identity}"
        said[f"DkimDNSTokenValue{n}"] = f"{token}.{_SIGNED_AT}"
    return said
