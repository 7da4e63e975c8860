"""How many owners a company has: its roster counts them, so that the last one stays, whoever goes
at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from shared.domain.company_member import CompanyMember
from shared.domain.errors import LastOwner, RelayError
from shared.domain.seat import CompanyRole
from shared.table import keys
from shared.table.writes import Write, Writes

OWNERS: Final = "owners"


def _last_owner(_: dict[str, Any]) -> RelayError:
    return LastOwner("a company has an owner: name another one first")


def one_more(member: CompanyMember) -> Mapping[str, int]:
    return {OWNERS: 1} if member.role is CompanyRole.OWNER else {}


def of(table: Writes, before: CompanyMember, role: CompanyRole | None) -> Iterator[Write]:
    """An owner more or less; no role: they go. Refused with LastOwner."""
    was, becomes = before.role is CompanyRole.OWNER, role is CompanyRole.OWNER
    key = keys.roster(before.company_id)
    if becomes and not was:
        yield table.more(key, {OWNERS: 1})
    if was and not becomes:
        others = [(OWNERS, ">", 1)]
        yield table.change(key, guards=others, add={OWNERS: -1}, refusal=_last_owner)
