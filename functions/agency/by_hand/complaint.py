"""/agency/complaints/<id>: one complaint, what was done, and how it was settled."""

from collections.abc import Callable, Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand import complaints, log_form
from functions.agency.by_hand.asked_of_us import row
from functions.agency.by_hand.room import done, shown, words
from shared.acts import Act
from shared.contracts.complaint import OutcomeRequest, StepRequest
from shared.contracts.wire import parse
from shared.domain.complaint import Complaint, ComplaintState, Step
from shared.domain.errors import InvalidRequest, StateForbids
from shared.pages.when import moment
from shared.retry import retry_on_conflict
from shared.rooms import caller, language, may, routes
from shared.signed_acts import act, over
from shared.table.complaints import Complaints
from shared.table.members import Members
from shared.wires import table

router = routes()
LIST: Final = "/agency/complaints"
READS, WRITES = "agency:read", "agency:write"
type Said = Mapping[str, str]


@router.get(f"{LIST}/<complaint_id>")
def page(complaint_id: str) -> Response[str]:
    caller(router, READS)
    return _shown(complaint_id, {}, {})


def _shown(
    complaint_id: str, values: Said, mistakes: Said, refused: StateForbids | None = None
) -> Response[str]:
    found, names = Complaints(table()).find(complaint_id), Members(table()).names()
    locale = language(router)
    told = {
        **row(found, locale),
        **complaints.labels(router),
        "noted": moment(found.noted_at, locale),
        "names": names,
        "steps": [(moment(step.at, locale), step) for step in found.steps],
        "is_open": found.state is ComplaintState.OPEN,
        "may_write": may(router, WRITES),
        "values": values,
        "mistakes": mistakes,
        "refused": refused and refused.state,
        "done": done(router, "complaint"),
    }
    status = 422 if mistakes else 409 if refused else 200
    return shown(router, "complaint", LIST, told, status=status)


@router.post(f"{LIST}/<complaint_id>/note")
def note(complaint_id: str) -> Response[str]:
    def noted(before: Complaint, doing: Act, said: Said) -> Complaint:
        step = Step(doing.now, doing.who, parse(StepRequest, log_form.filled(said)).step)
        return before.dealt_with(step)

    return _changed(complaint_id, "noted", "complaint.note", noted)


@router.post(f"{LIST}/<complaint_id>/close")
def close(complaint_id: str) -> Response[str]:
    def closed(before: Complaint, doing: Act, said: Said) -> Complaint:
        said = log_form.filled(said)
        outcome = "" if before.erased_at else parse(OutcomeRequest, said).outcome
        return before.closed(outcome, doing.who, doing.now)

    return _changed(complaint_id, "closed", "complaint.close", closed)


def _changed(
    complaint_id: str, then: str, what: str, change: Callable[[Complaint, Act, Said], Complaint]
) -> Response[str]:
    """Text stays with the complaint: the log says that there is one."""
    doing = act(router, WRITES, f"{LIST}/{complaint_id}?done={then}")
    said = log_form.typed(router)

    @retry_on_conflict
    def keep() -> None:
        before = Complaints(table()).find(complaint_id)
        after = change(before, doing, said)
        Complaints(doing.table(what, complaint_id)).change(before, after)

    try:
        with doing.answering():
            keep()
    except InvalidRequest as error:
        errors = words(router, "complaint")["errors"]
        return _shown(complaint_id, said, log_form.sentences(error, errors))
    except StateForbids as refused:
        return _shown(complaint_id, said, {}, refused)
    return over(doing)
