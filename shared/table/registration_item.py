"""A registration as an item, and back. One item: a verdict touches it alone."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from shared.domain.consent import Consents
from shared.domain.registration import NOBODY, Candidate, Reason, Registration, Signal, State
from shared.table.codec import moment, optional_moment, stamp


def to_item(registration: Registration) -> dict[str, Any]:
    values = asdict(registration)
    candidate, consents = values.pop("candidate"), values.pop("consents")
    return {
        **values,
        "candidate": {k: v for k, v in candidate.items() if v is not None},
        "consents": consents,
        "submitted_at": stamp(registration.submitted_at),
        "code_until": stamp(registration.code_until),
        "verified_at": _stamp(registration.verified_at),
        "held_until": _stamp(registration.held_until),
        "signals": [str(signal) for signal in registration.signals] or None,
    }


def from_item(item: dict[str, Any]) -> Registration:
    exclusion = item.get("exclusion")
    return Registration(
        registration_id=item["registration_id"],
        company_id=item["company_id"],
        link_id=item["link_id"],
        candidate=Candidate(**item["candidate"]) if "candidate" in item else NOBODY,
        consents=Consents(**item["consents"]),
        locale=item["locale"],
        submitted_at=moment(item["submitted_at"]),
        code_until=moment(item["code_until"]),
        rule_version=item["rule_version"],
        state=State(item["state"]),
        tries=item["tries"],
        issue=item["issue"],
        exclusion=Reason(exclusion) if exclusion else None,
        signals=tuple(Signal(signal) for signal in item.get("signals", [])),
        verified_at=optional_moment(item.get("verified_at")),
        held_for=item.get("held_for"),
        held_until=optional_moment(item.get("held_until")),
    )


def _stamp(at: datetime | None) -> str | None:
    return stamp(at) if at else None
