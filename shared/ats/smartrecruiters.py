"""SmartRecruiters: `v1=<hex>;v1=<hex>` over its headers and the body [D].

https://developers.smartrecruiters.com/reference/subscriptionsgeneratesecretkey-1. Signed, joined by
dots: timestamp, body, event-id, event-name, event-version, link. It says no window; ours is how
long keys are kept. The body's `application_id` is [?]; the link is what it wants followed.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from shared.ats.body import inside, parsed, ref, since_epoch
from shared.ats.delivery import Changed, Delivery, Handshake, Ignored, Meaning, Why
from shared.ats.keys import delivered
from shared.ats.refusal import Refusal
from shared.ats.signature import REMEMBERED, hexes, judged, timely
from shared.ats.vendor import Headers, Keyed

SECOND: Final = timedelta(seconds=1)
MOST_KEYS: Final = 16
SIGNED: Final = ("event-id", "event-name", "event-version", "link")
HOOK_SECRET: Final = re.compile(r"[A-Za-z0-9._~+/=-]{1,256}")
LINK: Final = re.compile(r"<(https://api\.smartrecruiters\.com/[A-Za-z0-9._~/-]{1,300})>")
FOLLOWED: Final = ("application.created", "application.status.updated")


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    """A handshake is not signed, and is nothing but a handshake (`read`)."""
    if _hook_secret(headers):
        return None
    at = headers.get("smartrecruiters-timestamp", "")
    given = headers.get("smartrecruiters-signature", "").split(";")[:MOST_KEYS]
    rest = ".".join(headers.get(name, "") for name in SIGNED)
    signed = b".".join((_bytes(at), raw, _bytes(rest)))
    v1 = [one.strip() for one in given if one.strip().startswith("v1=")]
    refused = judged(v1, [f"v1={one}" for one in hexes(secrets, signed)])
    return refused or timely(since_epoch(at, SECOND), now, REMEMBERED)


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    if secret := _hook_secret(headers):
        return delivered(None, Handshake({"X-Hook-Secret": secret}), raw, keyed)
    meaning = _meaning(parsed(raw), headers)
    return delivered(ref(headers.get("event-id")), meaning, raw, keyed)


def _hook_secret(headers: Headers) -> str | None:
    """Only what is not signed can be one."""
    secret = headers.get("x-hook-secret", "")
    shaken = "smartrecruiters-signature" not in headers and HOOK_SECRET.fullmatch(secret)
    return secret if shaken else None


def _meaning(said: object, headers: Headers) -> Meaning:
    if said is None:
        return Ignored(Why.NOT_JSON)
    if headers.get("event-name") not in FOLLOWED:
        return Ignored(Why.NOT_FOLLOWED)
    application, link = ref(inside(said, "application_id")), LINK.search(headers.get("link", ""))
    if application is None and link is None:
        return Ignored(Why.NO_APPLICATION)
    return Changed(application, link[1] if link else None)


def _bytes(text: str) -> bytes:
    return text.encode(errors="backslashreplace")
