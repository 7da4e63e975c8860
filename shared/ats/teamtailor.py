"""Teamtailor: `TT-Signature` = base64 of `t=<seconds>,v2=<hex>`, over `<seconds>.<body>` [C].

The document's own sample is another form, in the body [D, https://partner.teamtailor.com/company_webhooks];
that one is refused until a sandbox has shown it. The event says only "changed".
"""

import base64
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from shared.ats.body import inside, moment, parsed, ref, since_epoch, word
from shared.ats.delivery import Changed, Delivery, Events, Ignored, Meaning, Why
from shared.ats.keys import delivered
from shared.ats.refusal import Refusal
from shared.ats.signature import hexes, judged, timely
from shared.ats.vendor import Headers, Keyed
from shared.domain.ats_event import ApplicationEvent, Kind

SECOND: Final = timedelta(seconds=1)
WINDOW: Final = timedelta(minutes=5)
GIVEN: Final = re.compile(r"t=([0-9]{1,12}),v2=([0-9a-f]{64})")


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    found = GIVEN.fullmatch(_opened(headers.get("tt-signature", "")))
    at, v2 = found.groups() if found else ("", "")
    refused = judged([v2] if v2 else [], hexes(secrets, f"{at}.".encode() + raw))
    return refused or timely(since_epoch(at, SECOND), now, WINDOW)


def _opened(given: str) -> str:
    try:
        return base64.b64decode(given, validate=True).decode("ascii")
    except ValueError:
        return ""


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    """A delivery has no id of its own: it is the event's, the thing's and its last change's."""
    said = inside(parsed(raw), "payload")
    event, thing = word(inside(said, "event_name")), ref(inside(said, "data", "id"))
    at = moment(inside(said, "data", "attributes", "updated-at"))
    key = f"{event}:{thing}:{at.isoformat()}" if ref(event) and thing and at else None
    return delivered(key, _meaning(said, event, thing), raw, keyed)


def _meaning(said: object, event: str, thing: str | None) -> Meaning:
    if said is None:
        return Ignored(Why.NOT_JSON)
    if event not in {"job_application.create", "job_application.update", "job_application.destroy"}:
        return Ignored(Why.NOT_FOLLOWED)
    if thing is None:
        return Ignored(Why.NO_APPLICATION)
    if event.endswith(".destroy"):
        return Events((ApplicationEvent(Kind.ERASED, thing),))
    return Changed(thing)
