"""/agency/rights/<id>: whose it is, the answer's file, and what was answered."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency import rights_flow
from functions.agency.by_hand import log_form, rights
from functions.agency.by_hand.asked_of_us import row
from functions.agency.by_hand.room import done, shown, words
from shared import clock, request, web
from shared.acts import Act
from shared.contracts.candidate import VerificationRequest
from shared.contracts.problem import page_status
from shared.contracts.rights import Answered, RefusedRequest
from shared.contracts.wire import parse
from shared.domain.errors import (
    CandidateNotFound,
    CodeExpired,
    CodeInvalid,
    InvalidRequest,
    RelayError,
    StateForbids,
    TooManyRequests,
)
from shared.domain.ids import CandidateId
from shared.domain.rights import Ground, RightsRequest, Wanted
from shared.downloads import saved
from shared.exporting import exported, exported_provisions
from shared.pages.when import moment
from shared.retry import retry_on_conflict
from shared.rooms import caller, language, may, routes
from shared.signed_acts import act, over
from shared.table.audits import Audits
from shared.table.members import Members
from shared.table.rights import RightsRequests
from shared.wires import pepper, table

router = routes()
LIST: Final = "/agency/rights"
READS, WRITES = "agency:read", "agency:write"
SAYS_NO: Final = (StateForbids, CodeExpired, TooManyRequests, CandidateNotFound)
type Said = Mapping[str, str]


@router.get(f"{LIST}/<request_id>")
def page(request_id: str) -> Response[str]:
    caller(router, READS)
    return _shown(request_id, {}, {})


def _shown(
    request_id: str, values: Said, mistakes: Said, refused: RelayError | None = None
) -> Response[str]:
    found, names = RightsRequests(table()).find(request_id), Members(table()).names()
    locale = language(router)
    told = {
        **row(found, locale),
        **rights.labels(router),
        "opened": moment(found.opened_at, locale),
        "proved": moment(found.proved_at, locale) if found.proved_at else None,
        "code_until": _code_until(found),
        "names": names,
        "may_write": may(router, WRITES),
        "values": values,
        "mistakes": mistakes,
        "why": _why(refused) if refused else None,
        "done": done(router, "rights_request"),
    }
    status = page_status(refused, mistakes)
    return shown(router, "rights_request", LIST, told, status=status)


def _code_until(found: RightsRequest) -> str | None:
    """While it may still be typed."""
    until = found.code_until
    is_good = until and clock.now() < until and found.tries_left
    return moment(until, language(router)) if until and is_good else None


def _why(refused: RelayError) -> str:
    said: Mapping[str, str] = words(router, "rights_request")["refused"]
    state = str(refused.state) if isinstance(refused, StateForbids) else refused.code
    return said[state]


@router.post(f"{LIST}/<request_id>/code")
def send_code(request_id: str) -> Response[str]:
    doing = _doing(request_id, "coded")
    written = RightsRequests(doing.table("rights.code", request_id))
    try:
        with doing.answering():
            rights_flow.send_code(request_id, requests=written, now=doing.now)
    except SAYS_NO as refused:
        return _shown(request_id, {}, {}, refused)
    return over(doing)


@router.post(f"{LIST}/<request_id>/proof")
def prove(request_id: str) -> Response[str]:
    doing, said = _doing(request_id, "proved"), log_form.typed(router)
    try:
        code = parse(VerificationRequest, {"code": said.get("code", "")}).code
        with doing.answering():
            rights_flow.prove(
                request_id,
                code,
                doing.who,
                requests=RightsRequests(table()),
                proved=RightsRequests(doing.table("rights.prove", request_id)),
                secrecy=pepper(),
                now=doing.now,
            )
    except (InvalidRequest, CodeInvalid) as error:
        return _shown(request_id, said, {"code": _wrong(error)})
    except SAYS_NO as refused:
        return _shown(request_id, {}, {}, refused)
    return over(doing)


def _wrong(error: InvalidRequest | CodeInvalid) -> str:
    errors = words(router, "rights_request")["errors"]
    if isinstance(error, CodeInvalid):
        return str(errors["code_invalid"].format(n=error.tries_left))
    return str(errors["code"])


def _doing(request_id: str, then: str) -> Act:
    return act(router, WRITES, f"{LIST}/{request_id}?done={then}")


@router.get(f"{LIST}/<request_id>/package")
def package(request_id: str) -> Response[str]:
    """Each time it is taken is in the log."""
    who, now = caller(router, WRITES), clock.now()
    found = RightsRequests(table()).find(request_id)
    try:
        found.check_handed_over()
        said = _package(found)
    except SAYS_NO as refused:
        return _shown(request_id, {}, {}, refused)
    note = Act(who, now, None).noted("rights.package", request_id, {"wanted": found.wanted})
    table().commit(Audits(table()).note(note))
    headers = {**web.SAFE, **saved(f"career-relay-{request_id}.json")}
    return Response(200, f"{request.JSON}; charset=utf-8", said, headers=headers)


def _package(found: RightsRequest) -> str:
    """Raises CandidateNotFound."""
    whose, now = CandidateId(found.candidate_id or ""), clock.now()
    if found.wanted is Wanted.PROVISIONS:
        return exported_provisions(table(), whose, now)
    return exported(table(), whose, now)


@router.post(f"{LIST}/<request_id>/answer")
def answer(request_id: str) -> Response[str]:
    def answered(before: RightsRequest, doing: Act, said: Any) -> RightsRequest:
        outcome = "" if before.erased_at else parse(Answered, said).outcome
        return before.answered(outcome, doing.who, doing.now)

    return _closed(request_id, "answered", {}, answered)


@router.post(f"{LIST}/<request_id>/refuse")
def refuse(request_id: str) -> Response[str]:
    def refused(before: RightsRequest, doing: Act, said: Any) -> RightsRequest:
        asked = parse(RefusedRequest, {"why": "-", **said} if before.erased_at else said)
        return before.refused(asked.ground, asked.why, doing.who, doing.now)

    said = log_form.typed(router).get("ground", "")
    told = {"ground": said} if said in Ground else {}
    return _closed(request_id, "refused", told, refused)


def _closed(
    request_id: str,
    then: str,
    told: Mapping[str, str],
    close: Callable[[RightsRequest, Act, Any], RightsRequest],
) -> Response[str]:
    """Text stays with the request: the log says that there is one."""
    doing, said = _doing(request_id, then), log_form.typed(router)
    what = "rights.refuse" if then == "refused" else "rights.answer"

    @retry_on_conflict
    def keep() -> None:
        before = RightsRequests(table()).find(request_id)
        after = close(before, doing, log_form.filled(said))
        RightsRequests(doing.telling(what, request_id, told)).change(before, after)

    try:
        with doing.answering():
            keep()
    except InvalidRequest as error:
        errors = words(router, "rights_request")["errors"]
        return _shown(request_id, said, log_form.sentences(error, errors))
    except StateForbids as refused:
        return _shown(request_id, said, {}, refused)
    return over(doing)
