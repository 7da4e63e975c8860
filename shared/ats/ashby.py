"""Ashby: `Ashby-Signature: sha256=<hex>` over the body [S/D].

https://developers.ashbyhq.com/docs/authenticating-webhooks. One act sends several deliveries; they
share the application's `updatedAt`, so that is in their key.
"""

from collections.abc import Sequence
from datetime import datetime

from shared.ats import ashby_application
from shared.ats.body import inside, moment, parsed, ref, word
from shared.ats.delivery import Delivery, Events, Ignored, Meaning, Ping, Why
from shared.ats.keys import delivered, person
from shared.ats.refusal import Refusal
from shared.ats.signature import header, hexes, judged
from shared.ats.vendor import Headers, Keyed
from shared.domain.ats_event import ApplicationEvent, CandidateErased


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    return judged(
        header(headers, "ashby-signature"), [f"sha256={one}" for one in hexes(secrets, raw)]
    )


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    said = parsed(raw)
    meaning = _meaning(said, keyed)
    at = moment(inside(said, "data", "application", "updatedAt"))
    return delivered(_key(meaning, at), meaning, raw, keyed)


def _key(meaning: Meaning, at: datetime | None) -> str | None:
    match meaning:
        case Events((ApplicationEvent(kind, application), *_)) if at:
            return f"{kind}:{application}:{at.isoformat()}"
    return None


def _meaning(said: object, keyed: Keyed) -> Meaning:
    if said is None:
        return Ignored(Why.NOT_JSON)
    action, data = word(inside(said, "action")), inside(said, "data")
    if action == "ping":
        return Ping()
    if action == "candidateDelete":
        who = person(ref(inside(data, "candidate", "id")), keyed)
        return Events((CandidateErased(who),)) if who else Ignored(Why.NO_CANDIDATE)
    if ashby_application.followed(action):
        return ashby_application.meaning_of(action, inside(data, "application"), keyed)
    return Ignored(Why.NOT_FOLLOWED)
