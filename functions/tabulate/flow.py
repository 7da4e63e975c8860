"""a fact about a registration -> what is new in it? -> one more in each figure it is about."""

from typing import Final, Protocol

from shared.contracts.events import (
    Event,
    ReferralCounted,
    ReferralHeld,
    ReferralNotCounted,
    ReferralReversed,
    RegistrationSubmitted,
    RegistrationVerified,
)
from shared.domain import figures, tokyo
from shared.domain.figures import Gathering, Known
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.registration import Reason
from shared.retry import retry_on_conflict

type Fact = (
    RegistrationSubmitted
    | RegistrationVerified
    | ReferralHeld
    | ReferralCounted
    | ReferralNotCounted
    | ReferralReversed
)
HEARD: Final = (
    RegistrationSubmitted,
    RegistrationVerified,
    ReferralHeld,
    ReferralCounted,
    ReferralNotCounted,
    ReferralReversed,
)


class Figures(Protocol):
    def known(self, company_id: CompanyId, registration_id: RegistrationId) -> Known: ...

    def add(
        self,
        company_id: CompanyId,
        registration_id: RegistrationId,
        before: tuple[str, ...] | None,
        gatherings: list[Gathering],
    ) -> None: ...


@retry_on_conflict
def tabulate(fact: Fact, *, to: Figures) -> bool:
    """Whether anything was added. Told twice, late or out of order, each is added once.

    Raises:
        Conflict: the figures moved four times meanwhile; deliver again.
    """
    company_id, of = CompanyId(fact.company_id), RegistrationId(fact.registration_id)
    known = to.known(company_id, of)
    more = [name for name in names(fact) if name not in (known.steps or ())]
    if not more:
        return False
    day = tokyo.day(fact.occurred_at)
    gatherings = [figures.gather(before, more, day) for before in known.gathered]
    to.add(company_id, of, known.steps, gatherings)
    return True


def names(fact: Event) -> tuple[str, ...]:
    """The figures a fact is about. Who was judged had typed the code, unless that is the reason."""
    match fact:
        case RegistrationSubmitted():
            return (figures.SUBMITTED,)
        case RegistrationVerified() | ReferralHeld():
            return (figures.VERIFIED,)
        case ReferralCounted():
            return (figures.VERIFIED, figures.COUNTED)
        case ReferralNotCounted(reason=Reason.UNVERIFIED):
            return (figures.not_counted(Reason.UNVERIFIED),)
        case ReferralNotCounted():
            return (figures.VERIFIED, figures.not_counted(fact.reason))
        case ReferralReversed():
            return (figures.REVERSED,)
    raise AssertionError(f"tabulate is not told of {fact.detail_type}")
