"""What owners look after: members, their sessions, keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from shared.domain.access import Caller
from shared.domain.api_key import ApiKey
from shared.domain.company_member import CompanyMember
from shared.domain.ids import CompanyId, PersonKey

if TYPE_CHECKING:
    from shared.contracts.events import MemberInvited

type Beside = Any
"""A write that goes along with another's transaction."""


class Members(Protocol):
    def find(self, company_id: CompanyId, member_id: str) -> CompanyMember:
        """Raises NotFound."""
        ...

    def invite(self, member: CompanyMember, said: MemberInvited) -> None:
        """Raises AlreadyDone, CompanyNotActive, StateForbids, TooManyRequests."""
        ...

    def turn(self, before: CompanyMember, after: CompanyMember, sessions: Sequence[Beside]) -> None:
        """Raises Conflict, LastOwner, CompanyNotActive, StateForbids."""
        ...

    def remove(self, member: CompanyMember, sessions: Sequence[Beside]) -> None:
        """Raises Conflict, LastOwner."""
        ...


class Sessions(Protocol):
    def closing(self, person: PersonKey) -> Sequence[Beside]: ...

    def close_all(self, person: PersonKey) -> int: ...


class ApiKeys(Protocol):
    def own(self, company_id: CompanyId, key_id: str) -> ApiKey:
        """Raises NotFound."""
        ...

    def make(self, key: ApiKey, caller: Caller, now: datetime) -> None:
        """Raises CompanyNotActive, StateForbids, TooManyRequests."""
        ...

    def revoke(self, key: ApiKey, now: datetime) -> None:
        """Raises Conflict."""
        ...
