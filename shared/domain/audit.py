"""Who did what at the agency, and when. Written once, beside what was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Audited:
    """Ids and words of ours, nobody's data: free text stays with what it is about.

    Args:
        who: `Caller.who`; `key_id` the key they used.
        what: as in `company.suspend`.
        about: the id of what it was done to.
        told: what was said with it, as in {"reason": "suspected_fraud"}.
    """

    audit_id: str
    at: datetime
    who: str
    key_id: str
    what: str
    about: str
    told: Mapping[str, str] = field(default_factory=dict)
