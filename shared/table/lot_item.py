"""A credit's lot as an item, and back."""

from datetime import timedelta
from typing import Any, Final

from shared.domain.credit import Lot, LotState
from shared.domain.ids import CompanyId
from shared.table import keys
from shared.table.codec import due, moment, stamp


def to_item(lot: Lot) -> dict[str, Any]:
    return {
        "credit_id": lot.credit_id,
        "company_id": lot.company_id,
        "number": lot.number,
        "state": lot.state,
        "granted_at": stamp(lot.granted_at),
        "expires_at": stamp(lot.expires_at),
        "job_order_id": lot.job_order_id,
        "turn": lot.turn,
    }


def from_item(item: dict[str, Any]) -> Lot:
    return Lot(
        credit_id=str(item["credit_id"]),
        company_id=CompanyId(str(item["company_id"])),
        number=int(str(item["number"])),
        state=LotState(str(item["state"])),
        granted_at=moment(str(item["granted_at"])),
        expires_at=moment(str(item["expires_at"])),
        job_order_id=str(item["job_order_id"]) if item.get("job_order_id") else None,
        turn=int(item["turn"]),
    )


SEEN_BEFORE: Final = timedelta(days=180)
"""When the clock begins to look at a credit: before the first notice any rules may ask for."""


def available(lot: Lot) -> tuple[keys.Key, dict[str, Any]]:
    """What stands behind the head while a credit is available."""
    expires_at = stamp(lot.expires_at)
    values = {
        **to_item(lot),
        **due(keys.credit_shard_of(lot.company_id), lot.expires_at - SEEN_BEFORE),
    }
    return keys.available(lot.company_id, expires_at, lot.number), values
