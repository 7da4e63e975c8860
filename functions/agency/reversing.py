"""A counted one is taken back, or let be, by a key or by hand."""

from datetime import date

from functions.agency import reversals_flow as flow
from shared.acts import Act
from shared.contracts.review import VerdictAnswer
from shared.domain import reversal
from shared.domain.ids import RegistrationId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.registration import Reason, State
from shared.domain.reversal import Reversal
from shared.domain.rules import Rules
from shared.retry import retry_on_conflict
from shared.table.ledgers import Ledgers
from shared.table.misgivings import Misgivings
from shared.table.registrations import Registrations
from shared.table.reversals import Reversals
from shared.wires import programme, table


def reverse(
    doing: Act, registration_id: RegistrationId, reason: Reason, agreed: str | None = None
) -> VerdictAnswer:
    """What waits for this decision is decided with it. `agreed`: what was to give way."""
    answer = VerdictAnswer(
        registration_id=registration_id, verdict="reversed", state=State.REVERSED
    )
    noted = doing.table("registration.reverse", registration_id, answer, reason=reason)
    with doing.answering():
        closed = Misgivings(table()).closed(registration_id, "reversed", doing.now)
        flow.reverse(
            registration_id,
            reason,
            registrations=Registrations(table()),
            ledgers=Ledgers(table()),
            reversals=Reversals(noted.along(*closed)),
            programme=programme(),
            now=doing.now,
            agreed=agreed,
        )
    return answer


def dismiss(doing: Act, registration_id: RegistrationId) -> VerdictAnswer:
    """It goes on counting. Raises NotFound: nothing waits."""
    answer = VerdictAnswer(
        registration_id=registration_id, verdict="dismissed", state=State.COUNTED
    )
    waiting = Misgivings(doing.table("reversal.dismiss", registration_id, answer))
    with doing.answering():
        retry_on_conflict(waiting.dismiss)(registration_id, doing.now)
    return answer


def foreseen(tally: Tally, head: Head, *, on: date, rules: Rules) -> Reversal:
    """What taking one back would do now; nothing is written. Raises Conflict."""
    desk, company_id = Reversals(table()), head.company_id
    at_a_milestone = tally.r == 0 and tally.debt == 0
    waits = at_a_milestone or tally.g - tally.w > head.milestones
    return reversal.reverse(
        tally,
        head,
        waiting=desk.waiting(company_id) if waits else [],
        available=desk.available(company_id) if at_a_milestone else [],
        on=on,
        rules=rules,
    )
