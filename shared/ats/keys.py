"""How a delivery is told from the same one again."""

import hashlib

from shared.ats.delivery import Delivery, Event, Events, Meaning
from shared.ats.vendor import Keyed
from shared.domain.ats_event import CandidateErased


def delivered(key: str | None, meaning: Meaning, raw: bytes, keyed: Keyed) -> Delivery:
    """Under the vendor's own id; else what it says of whom and when; else all of its bytes."""
    if key is None and isinstance(meaning, Events):
        key = composed(meaning.events[0])
    return Delivery(key or by_its_bytes(raw, keyed), meaning)


def composed(event: Event) -> str | None:
    """None without a time: a second rejection would pass for the first."""
    if event.occurred_at is None:
        return None
    at = event.occurred_at.isoformat()
    if isinstance(event, CandidateErased):
        return f"candidate.erased:{event.candidate_ref}:{at}"
    return f"{event.kind}:{event.application_ref}:{at}"


def by_its_bytes(raw: bytes, keyed: Keyed) -> str:
    return f"body:{keyed(f'body:{hashlib.sha256(raw).hexdigest()}')}"


def person(vendors_id: str | None, keyed: Keyed) -> str | None:
    """All that goes on of the vendor's id of a person."""
    return keyed(f"candidate:{vendors_id}") if vendors_id else None
