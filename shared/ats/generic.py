"""Any system that signs by Standard Webhooks: `v1,<base64>` over id, time and body [S].

https://www.standardwebhooks.com. The body is ours to say:
`{"type": "application.rejected", "timestamp": RFC 3339, "data": {"application_id": ...}}`, and in
`data` what is known of `candidate_id, job_id, stage, reason_kind (company, candidate or other),
can_email, confidential`;
`candidate.erased` needs `candidate_id` alone; `ping` needs nothing.
"""

import base64
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from shared.ats.body import flag, inside, moment, parsed, raised, ref, since_epoch, word
from shared.ats.delivery import Delivery, Events, Ignored, Meaning, Ping, Why
from shared.ats.keys import delivered, person
from shared.ats.refusal import Refusal
from shared.ats.signature import digest, judged, timely
from shared.ats.stages import stage_of
from shared.ats.vendor import Headers, Keyed
from shared.domain.ats_event import ApplicationEvent, CandidateErased, Kind, ReasonKind

SECOND: Final = timedelta(seconds=1)
WINDOW: Final = timedelta(minutes=5)
MOST_SIGNATURES: Final = 16
KINDS: Final = {str(kind): kind for kind in Kind}
REASONS: Final = {str(reason): reason for reason in ReasonKind}


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    msg, at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    given = headers.get("webhook-signature", "").split()[:MOST_SIGNATURES]
    v1 = [one for one in given if one.startswith("v1,") and msg and at]
    signed = f"{msg}.{at}.".encode(errors="backslashreplace") + raw
    keys = [key for secret in secrets if (key := _key(secret))]
    right = [f"v1,{base64.b64encode(digest(key, signed)).decode()}" for key in keys]
    return judged(v1, right) or timely(since_epoch(at, SECOND), now, WINDOW)


def _key(secret: str) -> bytes:
    """Empty: not of its form."""
    try:
        return base64.b64decode(secret.strip().removeprefix("whsec_"), validate=True)
    except ValueError:
        return b""


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    return delivered(ref(headers.get("webhook-id")), _meaning(parsed(raw), keyed), raw, keyed)


def _meaning(said: object, keyed: Keyed) -> Meaning:
    if said is None:
        return Ignored(Why.NOT_JSON)
    named = word(inside(said, "type"))
    if named == "ping":
        return Ping()
    if named == "candidate.erased":
        who = person(ref(inside(said, "data", "candidate_id")), keyed)
        at = moment(inside(said, "timestamp"))
        return Events((CandidateErased(who, at),)) if who else Ignored(Why.NO_CANDIDATE)
    if named not in KINDS:
        return Ignored(Why.NOT_FOLLOWED)
    return _application(KINDS[named], said, keyed)


def _application(kind: Kind, said: object, keyed: Keyed) -> Meaning:
    data = inside(said, "data")
    application = ref(inside(data, "application_id"))
    if application is None:
        return Ignored(Why.NO_APPLICATION)
    event = ApplicationEvent(
        kind,
        application,
        candidate_ref=person(ref(inside(data, "candidate_id")), keyed),
        job_ref=ref(inside(data, "job_id")),
        stage_reached=stage_of(inside(data, "stage")),
        reason_kind=REASONS.get(word(inside(data, "reason_kind")), ReasonKind.UNKNOWN),
        occurred_at=moment(inside(said, "timestamp")),
        can_email=flag(inside(data, "can_email")),
        confidential=raised(inside(data, "confidential")),
    )
    return Events((event,))
