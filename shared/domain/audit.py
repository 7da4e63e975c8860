"""Who did what at the agency or at a company, and when. Written once, beside what was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.domain.ids import CompanyId


@dataclass(frozen=True, slots=True)
class Audited:
    """Ids and words of ours, nobody's data: free text stays with what it is about.

    Args:
        who: `Caller.who`; `key_id` the key they used.
        what: as in `company.suspend`.
        about: the id of what it was done to.
        told: what was said with it, as in {"reason": "suspected_fraud"}; of a change
            `<field>.before` and `<field>.after`.
        company_id: whose log it is in; None for the agency's.
    """

    audit_id: str
    at: datetime
    who: str
    key_id: str
    what: str
    about: str
    told: Mapping[str, str] = field(default_factory=dict)
    company_id: CompanyId | None = None


def changed(before: object, after: object, *names: str) -> dict[str, str]:
    """What the log says of a change: of each of these fields that moved, from what to what."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    moved = [(name, was, now) for name, was, now in pairs if was != now]
    return {f"{name}.before": str(was) for name, was, _ in moved} | {
        f"{name}.after": str(now) for name, _, now in moved
    }
