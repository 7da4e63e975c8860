"""A credit's lot as an item, and back."""

from typing import Any

from shared.domain.credit import Lot, LotState
from shared.domain.ids import CompanyId
from shared.table.codec import moment, stamp


def from_lot(lot: Lot) -> dict[str, Any]:
    return {
        "credit_id": lot.credit_id,
        "company_id": lot.company_id,
        "number": lot.number,
        "state": lot.state,
        "granted_at": stamp(lot.granted_at),
        "expires_at": stamp(lot.expires_at),
        "job_order_id": lot.job_order_id,
    }


def to_lot(item: dict[str, Any]) -> Lot:
    return Lot(
        credit_id=str(item["credit_id"]),
        company_id=CompanyId(str(item["company_id"])),
        number=int(str(item["number"])),
        state=LotState(str(item["state"])),
        granted_at=moment(str(item["granted_at"])),
        expires_at=moment(str(item["expires_at"])),
        job_order_id=str(item["job_order_id"]) if item.get("job_order_id") else None,
    )
