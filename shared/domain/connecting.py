"""What a connection to each system is set up with, and what of it is of the right form."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shared.domain.connection import Provider

_SECRET: Final = re.compile(r"[\x21-\x7e]{8,500}")
_ACCESS: Final = re.compile(r"[\x21-\x7e]{4,2000}")
_SETTING: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}")
_WHSEC: Final = "whsec_"
_WHSEC_BYTES: Final = range(24, 65)
"""https://www.standardwebhooks.com: how many random bytes a secret has."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """
    Args:
        signs: it signs what it sends us, with a secret the company gives us or we give it.
        chosen: the company may choose that secret, so we may, for it.
        each: of every kind of event with a secret of its own.
        asks: we may ask it, with a key of the company's.
        needs_access: and have to: it sends nothing by itself.
        looks_up: what it sends says too little: without a key no rejection is known as one.
        settings: what goes with that key.
    """

    signs: bool = True
    chosen: bool = False
    each: bool = False
    asks: bool = False
    needs_access: bool = False
    looks_up: bool = False
    settings: tuple[str, ...] = ()


SET_UP: Final[Mapping[Provider, SetUp]] = {
    Provider.GREENHOUSE: SetUp(chosen=True, asks=True, settings=("client_id", "name_key")),
    Provider.LEVER: SetUp(each=True, asks=True, looks_up=True),
    Provider.ASHBY: SetUp(chosen=True, asks=True, settings=("field_id",)),
    Provider.WORKABLE: SetUp(),
    Provider.SMARTRECRUITERS: SetUp(asks=True, looks_up=True),
    Provider.TEAMTAILOR: SetUp(asks=True, looks_up=True),
    Provider.HERP: SetUp(signs=False, asks=True, needs_access=True),
    Provider.TALENTIO: SetUp(signs=False, asks=True, needs_access=True),
    Provider.CSV: SetUp(signs=False),
    Provider.GENERIC: SetUp(chosen=True),
    Provider.API: SetUp(signs=False),
}


def secret_fits(provider: Provider, secret: str) -> bool:
    if provider is Provider.GENERIC:
        return _is_whsec(secret)
    return SET_UP[provider].signs and _SECRET.fullmatch(secret) is not None


def _is_whsec(secret: str) -> bool:
    try:
        key = base64.b64decode(secret.removeprefix(_WHSEC), validate=True)
    except ValueError:
        return False
    return secret.startswith(_WHSEC) and len(key) in _WHSEC_BYTES


def access_fits(provider: Provider, access: str) -> bool:
    return SET_UP[provider].asks and _ACCESS.fullmatch(access) is not None


def settings_fit(provider: Provider, settings: Mapping[str, str]) -> dict[str, str]:
    """What is wrong, by `settings.<name>`."""
    known = SET_UP[provider].settings
    unknown = {f"settings.{name}": "unknown" for name in settings if name not in known}
    wrong = {
        f"settings.{name}": "malformed"
        for name, value in settings.items()
        if name in known and not _SETTING.fullmatch(value)
    }
    return unknown | wrong


def settings_missing(provider: Provider, settings: Mapping[str, str]) -> dict[str, str]:
    """What a key alone is no good without."""
    return {
        f"settings.{name}": "missing" for name in SET_UP[provider].settings if name not in settings
    }
