"""A candidate's file by hand: who looks after them, what is written to them, their leaving."""

from collections.abc import Callable
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.place import looking_after
from functions.place.by_hand.candidate_page import HERE, candidate_page
from functions.place.by_hand.room import words
from functions.place.candidates import name_of
from shared import forms, request
from shared.acts import Act
from shared.contracts.candidate_desk import AdviserRequest, LeavingRequest
from shared.contracts.message import MessageRequest
from shared.contracts.wire import Answer, parse
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.forbidden import seems_to_hold
from shared.domain.ids import CandidateId, PersonKey
from shared.forms import ticked, typed
from shared.rooms import caller, routes
from shared.signed_acts import act, over

router = routes()
ONE: Final = f"{HERE}/<candidate_id>"
WRITES: Final = "agency:write"


@router.get(ONE)
def page(candidate_id: str) -> Response[str]:
    return candidate_page(router, caller(router, "agency:read"), candidate_id)


@router.post(f"{ONE}/adviser")
def adviser(candidate_id: str) -> Response[str]:
    def does(doing: Act) -> Answer:
        asked = parse(AdviserRequest, {"member": typed(router).get("adviser") or None})
        name = name_of(PersonKey(asked.member or ""))
        return looking_after.assign(doing, CandidateId(candidate_id), name)

    return _done(candidate_id, "adviser", does)


@router.post(f"{ONE}/contacted")
def contacted(candidate_id: str) -> Response[str]:
    return _done(
        candidate_id,
        "contacted",
        lambda doing: looking_after.contacted(doing, CandidateId(candidate_id)),
    )


@router.post(f"{ONE}/messages")
def write(candidate_id: str) -> Response[str]:
    said = typed(router).get("text", "")
    kinds = ".".join(seems_to_hold(said))

    def does(doing: Act) -> Answer:
        text = parse(MessageRequest, {"text": said}).text
        here = request.origin(router.current_event.raw_event)
        return looking_after.write(doing, CandidateId(candidate_id), text, here)

    return _done(candidate_id, f"sent&seems={kinds}" if kinds else "sent", does)


@router.post(f"{ONE}/withdrawal")
def withdraw(candidate_id: str) -> Response[str]:
    return _done(
        candidate_id,
        "withdrawn",
        lambda doing: looking_after.withdraw(doing, CandidateId(candidate_id), _reason()),
    )


@router.post(f"{ONE}/erasure")
def erase(candidate_id: str) -> Response[str]:
    def does(doing: Act) -> Answer:
        if not ticked(typed(router), "sure"):
            raise InvalidRequest("say that you are sure", {"sure": "needed"})
        return looking_after.erase(doing, CandidateId(candidate_id), _reason())

    return _done(candidate_id, "erased", does)


def _reason() -> str | None:
    return parse(LeavingRequest, {"reason": typed(router).get("reason") or None}).reason


def _done(candidate_id: str, done: str, does: Callable[[Act], Answer]) -> Response[str]:
    """To the file as it is now; with what was typed, where it was not taken."""
    doing = act(router, WRITES, f"{HERE}/{candidate_id}?done={done}")
    try:
        does(doing)
    except InvalidRequest as error:
        wrong = forms.mistakes(error.fields, words(router, "candidate")["errors"], forms.first)
        wrong = {"adviser" if n in ("member", "name") else n: said for n, said in wrong.items()}
        kept = typed(router)
        return candidate_page(router, doing.caller, candidate_id, typed=kept, mistakes=wrong)
    except StateForbids as refused:
        kept = typed(router)
        return candidate_page(router, doing.caller, candidate_id, typed=kept, refused=refused)
    return over(doing)
