"""/agency/candidates/<id>: all of a candidate on one screen. That it was opened is noted."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.place.by_hand import candidate_told as told
from functions.place.by_hand import history
from functions.place.by_hand.room import done, shown, words
from functions.place.opening import opened
from shared import clock, programs, signed_in
from shared.contracts.problem import page_status
from shared.domain.access import Caller
from shared.domain.candidate_file import FileState, Search
from shared.domain.candidate_screen import Screen
from shared.domain.edit import FIELDS, Basis, texts
from shared.domain.errors import RelayError
from shared.domain.ids import CandidateId
from shared.domain.message import LONGEST
from shared.domain.occupation import OCCUPATIONS
from shared.rooms import language, may, query
from shared.table.members import Members
from shared.table.screens import Screens
from shared.wires import table

HERE: Final = "/agency/candidates"
type Texts = Mapping[str, str]
NONE: Final[Texts] = {}


def candidate_page(
    router: APIGatewayHttpRouter,
    caller: Caller,
    candidate_id: str,
    *,
    typed: Texts = NONE,
    mistakes: Texts = NONE,
    refused: RelayError | None = None,
) -> Response[str]:
    """
    Args:
        typed: what a form said, kept as it was.
        mistakes: by field, where the form is not taken.
    """
    screen = Screens(table()).show(CandidateId(candidate_id))
    file = screen.file
    opened(caller, file.candidate_id)
    if file.candidate_id != candidate_id:
        return signed_in.to(f"{HERE}/{file.candidate_id}")
    values = {
        **(_gone(router, screen) if file.is_gone else _values(router, screen, typed)),
        "file": file,
        "path": f"{HERE}/{file.candidate_id}",
        "done": done(router, "candidate"),
        "why": why(router, refused),
        "mistakes": mistakes,
    }
    name = "candidate_gone" if file.is_gone else "candidate"
    status = page_status(refused, mistakes)
    return shown(router, name, HERE, values, status=status)


def why(router: APIGatewayHttpRouter, refused: RelayError | None) -> str | None:
    """A sentence, of the refusal and its state or of the refusal alone."""
    if refused is None:
        return None
    said = words(router, "candidate")["refused"]
    state = refused.extra().get("state", "")
    return str(said.get(f"{refused.code}-{state}") or said.get(refused.code) or said["general"])


def _gone(router: APIGatewayHttpRouter, screen: Screen) -> dict[str, Any]:
    """What stays of somebody who is forgotten."""
    return {
        "dates": told.dates(screen.file, language(router)),
        "is_over": screen.file.state is FileState.ERASED,
    }


def _values(router: APIGatewayHttpRouter, screen: Screen, typed: Texts) -> dict[str, Any]:
    file, locale, now = screen.file, language(router), clock.now()
    members = Members(table()).all()
    names: dict[str, str] = {person: member.name for person, member in members.items()}
    said = words(router, "candidate")
    messages, older = screen.thread
    return {
        **told.flags(file, now),
        "dates": told.dates(file, locale),
        "occupation": told.occupation(file.candidate.desired_occupation, locale),
        "consents": told.consents(file.consents, file.agreed_at, locale),
        "before": [told.consents(a.consents, a.at, locale) for a in reversed(screen.agreed)],
        "answers": [told.answer(one, screen, locale) for one in reversed(screen.job_answers)],
        "let_go": (let_go := told.let_go(screen, locale)),
        "companies_before": len({one["of"] for one in let_go}),
        "registrations": [told.came(one, locale) for one in reversed(screen.registrations)],
        "introduced": [told.introduced(one, locale) for one in screen.introduced],
        "more_jobs": len(screen.recommendations) - len(screen.introduced),
        "cvs": [told.cv(item, locale) for item in screen.cvs],
        "messages": [
            told.message(one, history.who(one.by, names, said), locale)
            for one in reversed(messages)
        ],
        "older": programs.cursor(older),
        "history": history.lines(screen.acts, names, said, locale),
        "acts_before": programs.cursor(screen.acts_before),
        "duplicates": screen.undecided,
        "members": members,
        "may_write": may(router, "agency:write"),
        "seems": told.seen(query(router)),
        **form(screen, typed),
    }


def form(screen: Screen, typed: Texts) -> dict[str, Any]:
    """The fields of its forms; of a form that was not taken, what it was filled from, too."""
    basis = Basis.of(screen.file)
    marks = {f"was_{name}": mark for name, mark in basis.marks.items()}
    fresh = {**texts(screen.file), **marks, "version": str(basis.version)}
    return {
        "values": {"text": "", "adviser": "", "reason": "", **fresh, **typed},
        "fields": FIELDS,
        "occupations": OCCUPATIONS,
        "searches": [*Search],
        "longest": LONGEST,
    }
