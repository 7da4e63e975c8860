"""Who signs in: what they asked for, where they sit, what proves them; whom an owner lets in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from shared.domain.access import Caller
from shared.domain.api_key import ApiKey
from shared.domain.company_member import CompanyMember
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.second_factor import SecondFactor
from shared.domain.session import Session
from shared.domain.sign_in import SignIn

if TYPE_CHECKING:
    from shared.contracts.events import MemberInvited, SignInAsked
    from shared.domain.seating import Place

type Beside = Any
"""A write that goes along with another's transaction."""


class SignIns(Protocol):
    def ask(self, new: SignIn, visitor: str, event: SignInAsked, now: datetime) -> None:
        """Raises TooManyRequests."""
        ...

    def reissue(self, before: SignIn, after: SignIn, event: SignInAsked, now: datetime) -> None:
        """Raises AlreadyDone, TooManyRequests."""
        ...

    def find(self, sign_in_id: str) -> SignIn:
        """Raises NotFound."""
        ...

    def try_code(self, sign_in_id: str, now: datetime) -> tuple[SignIn, bool]:
        """False where no try was left. Raises NotFound."""
        ...

    def spent(self, sign_in_id: str) -> Beside:
        """Refused with AlreadyDone."""
        ...


class Seats(Protocol):
    def of(self, person: PersonKey) -> list[Place]: ...

    def seen(self, person: PersonKey, places: Sequence[Place], now: datetime) -> list[Beside]: ...


class CompanyMembers(Protocol):
    def find(self, company_id: CompanyId, member_id: str) -> CompanyMember:
        """Raises NotFound."""
        ...


class Members(CompanyMembers, Protocol):
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
    def open(self, new: Session, *beside: Beside) -> None: ...

    def proved(self, session: Session, *beside: Beside) -> None:
        """Raises Unauthenticated, what `beside` refuses."""
        ...

    def closing(self, person: PersonKey) -> Sequence[Beside]: ...

    def close_all(self, person: PersonKey) -> int: ...


class SecondFactors(Protocol):
    def find(self, person: PersonKey) -> SecondFactor:
        """Raises NotFound."""
        ...

    def added(self, new: SecondFactor) -> Beside: ...

    def changed(self, before: SecondFactor, after: SecondFactor) -> Beside: ...

    def change(self, before: SecondFactor, after: SecondFactor) -> None:
        """Raises Conflict."""
        ...


class SignInSecrecy(Protocol):
    def sign_in_code(self, sign_in_id: str, issue: int) -> str: ...

    def recovery_code(self, person: PersonKey, plain: str) -> str: ...


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
