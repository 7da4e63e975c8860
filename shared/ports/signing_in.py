"""Who signs in: what they asked for, where they sit, what proves them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from shared.domain.company_member import CompanyMember
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.second_factor import SecondFactor
from shared.domain.session import Session
from shared.domain.sign_in import SignIn

if TYPE_CHECKING:
    from shared.contracts.events import SignInAsked
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


class Sessions(Protocol):
    def open(self, new: Session, *beside: Beside) -> None: ...

    def proved(self, session: Session, *beside: Beside) -> None:
        """Raises Unauthenticated, what `beside` refuses."""
        ...


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
