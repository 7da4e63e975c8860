"""Where a webhook goes: an https URL, read strictly. Where its name leads is asked each time."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

from shared.webhooks.host_name import ascii_name
from shared.webhooks.reach import HTTPS, PUBLIC, Reach

LONGEST: Final = 2048
_ODD: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
"""Readers of URLs differ over these: some drop them, some take `\\` for `/`."""
_IN_PATH: Final = "/%:@!$&'()*+,;=~-._"


class Unfit(StrEnum):
    """What is wrong with a URL, in words its owner is told."""

    TOO_LONG = "too_long"
    MALFORMED = "malformed"
    NOT_HTTPS = "https_needed"
    CREDENTIALS = "credentials_not_allowed"
    FRAGMENT = "fragment_not_allowed"
    PORT = "port_not_allowed"
    NAME = "public_host_name_needed"


@dataclass(frozen=True, slots=True)
class Target:
    """`host` in ASCII and small letters (IDNA 2008, UTS 46); `path` with its query."""

    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """As it is kept: read again it is the same target."""
        port = "" if self.port == HTTPS else f":{self.port}"
        return f"https://{self.host}{port}{self.path}"


def target(url: str, reach: Reach = PUBLIC) -> Target | Unfit:
    if len(url) > LONGEST:
        return Unfit.TOO_LONG
    read = _read(url, reach)
    return Unfit.TOO_LONG if isinstance(read, Target) and len(read.url) > LONGEST else read


def _read(url: str, reach: Reach) -> Target | Unfit:
    try:
        url.encode()  # half a character is one Python alone can hold
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return Unfit.MALFORMED
    if wrong := _wrong(url, parts):
        return wrong
    if (port := HTTPS if port is None else port) not in reach.ports:
        return Unfit.PORT
    host = ascii_name(parts.hostname or "")
    return Target(host, port, _path(parts)) if host else Unfit.NAME


def _wrong(url: str, parts: SplitResult) -> Unfit | None:
    if _ODD.search(url):
        return Unfit.MALFORMED
    if parts.scheme != "https":
        return Unfit.NOT_HTTPS
    if "@" in parts.netloc:
        return Unfit.CREDENTIALS
    return Unfit.FRAGMENT if "#" in url else None


def _path(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_IN_PATH + '?')}" if parts.query else ""
    return quote(parts.path or "/", safe=_IN_PATH) + query
