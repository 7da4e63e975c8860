"""A company's member, as their item has them."""

from typing import Any

from shared.domain.company_member import CompanyMember
from shared.domain.seat import CompanyRole
from shared.table.codec import moment, optional_moment, stamp

_PLAIN = ("company_id", "member_id", "person", "email", "name", "locale", "hears_of_credits")


def to_item(member: CompanyMember) -> dict[str, Any]:
    plain = {name: getattr(member, name) for name in _PLAIN}
    seen = stamp(member.seen_at) if member.seen_at else None
    return {**plain, "role": member.role, "since": stamp(member.since), "seen_at": seen}


def from_item(item: dict[str, Any]) -> CompanyMember:
    return CompanyMember(
        **{name: item[name] for name in _PLAIN},
        role=CompanyRole(item["role"]),
        since=moment(item["since"]),
        seen_at=optional_moment(item.get("seen_at")),
        last_in_at=optional_moment(item.get("last_in_at")),
    )
