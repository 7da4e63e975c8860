"""A vendor's delivery, signed and received."""

import hashlib
from datetime import UTC, datetime, timedelta

from shared.ats.delivery import Delivery, Events
from shared.ats.receiving import received
from shared.ats.refusal import Refusal
from shared.ats.sampled import samples
from shared.ats.signing import SIGNS, Signed
from shared.ats.vendors import VENDORS
from shared.domain.ats_event import ApplicationEvent

NOW = datetime(2026, 4, 1, 3, 0, tzinfo=UTC)
NEW = "whsec_bmV3LXNlY3JldC1uZXctc2VjcmV0"
OLD = "whsec_b2xkLXNlY3JldC1vbGQtc2VjcmV0"
LIVE = [NEW, OLD]
MESSAGE = "3ce5180d-9119-4ddc-9ef6-21edb6e76f8a"


def keyed(subject: str) -> str:
    return hashlib.sha256(f"tenant {subject}".encode()).hexdigest()


def signed(
    vendor: str, raw: bytes, secret: str = NEW, now: datetime = NOW, message: str = MESSAGE
) -> Signed:
    return SIGNS[vendor](raw, secret, now, message)


def taken(vendor: str, sent: Signed, later: timedelta = timedelta()) -> Refusal | Delivery:
    return received(VENDORS[vendor], sent.raw, sent.headers, LIVE, NOW + later, keyed)


def played(vendor: str, sample: str, message: str = MESSAGE) -> Delivery:
    found = taken(vendor, signed(vendor, samples(vendor)[sample], message=message))
    assert isinstance(found, Delivery), found
    return found


def event(vendor: str, sample: str) -> ApplicationEvent:
    """The one it says."""
    meaning = played(vendor, sample).meaning
    assert isinstance(meaning, Events), meaning
    (only,) = meaning.events
    assert isinstance(only, ApplicationEvent), only
    return only
