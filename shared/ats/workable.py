"""Workable: `X-Workable-Signature: <hex>` over the body, under the account's API token [D, C].

https://workable.readme.io/reference/webhook-subscriptions-candidates-employees. A candidate there
belongs to one job, so it is what others call an application, and its id goes on as such.
It is shown as of sending: a rejection is read off `disqualified`. `withdrew` is [?]: without it
nobody knows who ended it.
"""

from collections.abc import Sequence
from datetime import datetime

from shared.ats.body import flag, inside, moment, parsed, ref, word
from shared.ats.delivery import Delivery, Events, Ignored, Meaning, Why
from shared.ats.keys import delivered, person
from shared.ats.refusal import Refusal
from shared.ats.signature import header, hexes, judged
from shared.ats.stages import stage_of
from shared.ats.vendor import Headers, Keyed
from shared.domain.ats_event import ApplicationEvent, Kind, ReasonKind, Stage


def verified(raw: bytes, headers: Headers, secrets: Sequence[str], now: datetime) -> Refusal | None:
    return judged(header(headers, "x-workable-signature"), hexes(secrets, raw))


def read(raw: bytes, headers: Headers, keyed: Keyed) -> Delivery:
    said = parsed(raw)
    return delivered(ref(inside(said, "id")), _meaning(said, keyed), raw, keyed)


def _meaning(said: object, keyed: Keyed) -> Meaning:
    if said is None:
        return Ignored(Why.NOT_JSON)
    event, data = word(inside(said, "event_type")), inside(said, "data")
    if event not in {"candidate_created", "candidate_moved", "candidate_deleted"}:
        return Ignored(Why.NOT_FOLLOWED)
    application, kind = ref(inside(data, "id")), _kind(event, data)
    if application is None:
        return Ignored(Why.NO_APPLICATION)
    if kind is None:
        return Ignored(Why.NO_STATE)
    return Events((_event(kind, application, said, keyed),))


def _kind(event: str, data: object) -> Kind | None:
    if event != "candidate_moved":
        return Kind.CREATED if event == "candidate_created" else Kind.ERASED
    out = flag(inside(data, "disqualified"))
    if out:
        return Kind.REJECTED
    if stage_of(inside(data, "stage")) is Stage.HIRED:
        return Kind.HIRED
    return None if out is None else Kind.UNREJECTED


def _event(kind: Kind, application: str, said: object, keyed: Keyed) -> ApplicationEvent:
    data = inside(said, "data")
    return ApplicationEvent(
        kind,
        application,
        candidate_ref=person(application, keyed),
        job_ref=ref(inside(data, "job", "shortcode")),
        stage_reached=stage_of(inside(data, "stage")),
        reason_kind=_reason(kind, flag(inside(data, "withdrew"))),
        occurred_at=moment(inside(said, "fired_at")) or moment(inside(data, "updated_at")),
    )


def _reason(kind: Kind, withdrew: bool | None) -> ReasonKind:
    if kind is not Kind.REJECTED or withdrew is None:
        return ReasonKind.UNKNOWN
    return ReasonKind.CANDIDATE if withdrew else ReasonKind.COMPANY
