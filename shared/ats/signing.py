"""Signing as the vendor would: what the self-test plays through the real path."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.ats.body import parsed
from shared.ats.signature import digest


@dataclass(frozen=True, slots=True)
class Signed:
    raw: bytes = field(repr=False)
    headers: Mapping[str, str]


Sign = Callable[[bytes, str, datetime, str], Signed]
"""A body, a secret, now, and the delivery's id."""


def _hex(secret: str, signed: bytes) -> str:
    return digest(secret.encode(), signed).hex()


def greenhouse(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    signature = f"sha256 {_hex(secret, raw)}"
    return Signed(raw, {"Signature": signature, "Greenhouse-Event-ID": message})


def lever(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    """Into the body: Lever has no headers. What was no object is sent as it is."""
    said, at = parsed(raw), int(now.timestamp() * 1000)
    if said is None:
        return Signed(raw, {})
    signature = _hex(secret, f"{message}{at}".encode())
    within = {**said, "triggeredAt": at, "token": message, "signature": signature}
    return Signed(json.dumps(within, ensure_ascii=False).encode(), {})


def ashby(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    return Signed(raw, {"Ashby-Signature": f"sha256={_hex(secret, raw)}"})


def workable(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    return Signed(raw, {"X-Workable-Signature": _hex(secret, raw)})


def smartrecruiters(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    """As a change of an application's status, with no link."""
    at, name, version = str(int(now.timestamp())), "application.status.updated", "v201910"
    signed = f"{at}.".encode() + raw + f".{message}.{name}.{version}.".encode()
    headers = {
        "smartrecruiters-timestamp": at,
        "smartrecruiters-signature": f"v1={_hex(secret, signed)}",
        "event-id": message,
        "event-name": name,
        "event-version": version,
    }
    return Signed(raw, headers)


def teamtailor(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    at = str(int(now.timestamp()))
    given = f"t={at},v2={_hex(secret, f'{at}.'.encode() + raw)}"
    return Signed(raw, {"TT-Signature": base64.b64encode(given.encode()).decode()})


def generic(raw: bytes, secret: str, now: datetime, message: str) -> Signed:
    """`secret`: `whsec_` and base64. Raises ValueError: it is not."""
    at = str(int(now.timestamp()))
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    signed = digest(key, f"{message}.{at}.".encode() + raw)
    signature = f"v1,{base64.b64encode(signed).decode()}"
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    return Signed(raw, dict(zip(names, (message, at, signature), strict=True)))


SIGNS: Final[Mapping[str, Sign]] = {
    "greenhouse": greenhouse,
    "lever": lever,
    "ashby": ashby,
    "workable": workable,
    "smartrecruiters": smartrecruiters,
    "teamtailor": teamtailor,
    "generic": generic,
}
