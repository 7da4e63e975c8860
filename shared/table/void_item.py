"""A window of a link that a company closed, as an item, and back."""

from typing import Any

from shared.domain.void import Span, VoidState, VoidWindow
from shared.table.codec import moment, optional_moment, stamp


def to_item(window: VoidWindow) -> dict[str, Any]:
    return {
        "window_id": window.window_id,
        "company_id": window.company_id,
        "link_id": window.link_id,
        "since": stamp(window.span.since),
        "until": stamp(window.span.until),
        "reason": window.reason,
        "made_at": stamp(window.made_at),
        "state": window.state,
        "walk": window.walk,
        "walked_to": stamp(window.walked_to) if window.walked_to else None,
        "changed": window.changed,
    }


def from_item(item: dict[str, Any]) -> VoidWindow:
    return VoidWindow(
        window_id=item["window_id"],
        company_id=item["company_id"],
        link_id=item["link_id"],
        span=Span(moment(item["since"]), moment(item["until"])),
        reason=item["reason"],
        made_at=moment(item["made_at"]),
        state=VoidState(item["state"]),
        walk=item["walk"],
        walked_to=optional_moment(item.get("walked_to")),
        changed=item["changed"],
    )
