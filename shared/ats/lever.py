"""Lever: signs `token` and `triggeredAt`, and not the rest of the body [C/D].

Whoever has seen one delivery can send another body under its signature. So the key of a delivery
is what was signed, to the letter (no separator, as one could be moved): a signature is good once,
and only while keys are kept. Let a rejection count after its opportunity was read by the API,
which also tells the reason's kind.
An opportunity is what others call an application; a contact is the person.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from shared.ats.body import inside, parsed, ref, since_epoch, word
from shared.ats.delivery import Delivery, Events, Ignored, Meaning, Ping, Why
from shared.ats.keys import delivered, person
from shared.ats.refusal import Refusal
from shared.ats.signature import REMEMBERED, hexes, judged, timely
from shared.ats.vendor import Headers, Keyed
from shared.domain.ats_event import ApplicationEvent, Kind

MILLISECOND: Final = timedelta(milliseconds=1)
KINDS: Final = {
    "applicationCreated": Kind.CREATED,
    "candidateHired": Kind.HIRED,
    "candidateDeleted": Kind.ERASED,
}


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    """`secrets`: Lever has one for each event."""
    said = parsed(raw)
    token, at = word(inside(said, "token")), inside(said, "triggeredAt")
    given = word(inside(said, "signature"))
    signed = f"{token}{ref(at) or ''}".encode(errors="backslashreplace")
    refused = judged([given] if given and ref(token) else [], hexes(secrets, signed))
    return refused or timely(since_epoch(at, MILLISECOND), now, REMEMBERED)


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    said = parsed(raw)
    token, at = ref(inside(said, "token")), ref(inside(said, "triggeredAt"))
    signed = f"{token}{at}" if token and at else None
    return delivered(signed, _meaning(said, keyed), raw, keyed)


def _meaning(said: object, keyed: Keyed) -> Meaning:
    """Without an opportunity it is "Verify connection"."""
    if said is None:
        return Ignored(Why.NOT_JSON)
    event, data = word(inside(said, "event")), inside(said, "data")
    if event != "candidateArchiveChange" and event not in KINDS:
        named = inside(data, "opportunityId") or inside(data, "contactId")
        return Ignored(Why.NOT_FOLLOWED) if named else Ping()
    application = ref(inside(data, "opportunityId"))
    if application is None:
        absent = inside(data, "opportunityId") is None
        return Ping() if absent else Ignored(Why.NO_APPLICATION)
    return _events(event, application, said, keyed)


def _events(event: str, application: str, said: object, keyed: Keyed) -> Meaning:
    """`toArchived`: an object of a reason and a time; null when it was opened again [C]."""
    data, to = inside(said, "data"), inside(said, "data", "toArchived")
    if event in KINDS:
        kind = KINDS[event]
    elif isinstance(data, dict) and "toArchived" in data and isinstance(to, dict | None):
        kind = Kind.UNREJECTED if to is None else Kind.REJECTED
    else:
        return Ignored(Why.NO_STATE)
    at = inside(to, "archivedAt") or inside(said, "triggeredAt")
    happened = ApplicationEvent(
        kind,
        application,
        candidate_ref=person(ref(inside(data, "contactId")), keyed),
        occurred_at=since_epoch(at, MILLISECOND),
        reason_ref=ref(inside(to, "reason")),
    )
    return Events((happened,))
