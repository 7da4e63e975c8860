"""Greenhouse: `Signature: sha256 <hex>` over the body [S].

https://developers.greenhouse.io/webhooks.html. A ping's body is not in it [?]: one we do not
recognise is ignored, and answered 200 all the same. The event's id is not signed.
"""

from collections.abc import Sequence
from datetime import datetime

from shared.ats import greenhouse_application, greenhouse_candidate
from shared.ats.body import inside, parsed, ref, word
from shared.ats.delivery import Delivery, Ignored, Meaning, Ping, Why
from shared.ats.keys import delivered
from shared.ats.refusal import Refusal
from shared.ats.signature import header, hexes, judged
from shared.ats.vendor import Headers, Keyed


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    return judged(header(headers, "signature"), [f"sha256 {one}" for one in hexes(secrets, raw)])


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    said = parsed(raw)
    event_id = ref(headers.get("greenhouse-event-id"))
    return delivered(event_id, _meaning(said, keyed), raw, keyed)


def _meaning(said: object, keyed: Keyed) -> Meaning:
    if said is None:
        return Ignored(Why.NOT_JSON)
    action, payload = word(inside(said, "action")), inside(said, "payload")
    if action == "ping":
        return Ping()
    if kind := greenhouse_application.KINDS.get(action):
        return greenhouse_application.meaning_of(kind, inside(payload, "application"), keyed)
    return greenhouse_candidate.meaning(action, payload, keyed)
