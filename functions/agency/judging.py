"""A verdict on a held registration, by a key or by hand."""

from shared import verdicts
from shared.acts import Act
from shared.contracts.review import VerdictAnswer
from shared.domain.ids import RegistrationId
from shared.domain.registration import Reason, State
from shared.table.referrals import Referrals
from shared.table.registrations import Registrations
from shared.wires import pepper, programme, table


def accept(doing: Act, registration_id: RegistrationId) -> VerdictAnswer:
    def answer(state: State) -> VerdictAnswer:
        return VerdictAnswer(registration_id=registration_id, verdict="accepted", state=state)

    with doing.answering():
        state = verdicts.accept(
            registration_id,
            registrations=Registrations(table()),
            written=doing.written(Referrals, "registration.accept", registration_id, answer),
            secrecy=pepper(),
            programme=programme(),
            now=doing.now,
        )
    return answer(state)


def refuse(doing: Act, registration_id: RegistrationId, reason: Reason) -> VerdictAnswer:
    answer = VerdictAnswer(
        registration_id=registration_id, verdict="refused", state=State.NOT_COUNTED
    )
    written = doing.table("registration.refuse", registration_id, answer, reason=reason)
    with doing.answering():
        verdicts.refuse(
            registration_id,
            reason,
            registrations=Registrations(table()),
            referrals=Referrals(written),
            secrecy=pepper(),
            now=doing.now,
        )
    return answer
