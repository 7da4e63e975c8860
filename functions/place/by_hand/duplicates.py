"""/agency/duplicates: two files side by side; one person's or two people's is a button."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place import deciding
from functions.place.by_hand.candidate_told import occupation
from functions.place.by_hand.room import done, shown, words
from functions.place.opening import opened_together
from shared import programs
from shared.acts import Act
from shared.contracts.duplicate import DuplicateDecided
from shared.contracts.problem import page_status
from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import Duplicate, alike
from shared.domain.errors import (
    AlreadyDone,
    CandidateNotFound,
    DuplicateNotFound,
    InvalidRequest,
    RelayError,
)
from shared.domain.ids import CandidateId
from shared.forms import typed
from shared.pages.when import day_of, moment
from shared.rooms import caller, language, may, routes, start
from shared.signed_acts import act, over
from shared.table.duplicates import Duplicates
from shared.wires import table

router = routes()
HERE: Final = "/agency/duplicates"
ONE: Final = f"{HERE}/<duplicate_id>"
PAGE: Final = 10
type Found = Mapping[CandidateId, CandidateFile | None]


@router.get(HERE)
def page() -> Response[str]:
    return _page()


def _page(refused: RelayError | None = None) -> Response[str]:
    """Whose data stands side by side was opened."""
    who, after = caller(router, "agency:read"), start(router, "{")
    pairs, following = Duplicates(table()).waiting(limit=PAGE, after=after)
    wanted = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    found = dict(zip(wanted, opened_together(who, wanted), strict=True))
    values = {
        "pairs": [_pair(pair, found) for pair in pairs],
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_write": may(router, "agency:write"),
        "done": done(router, "duplicates"),
        "why": words(router, "duplicates")["meanwhile"] if refused else None,
    }
    status = page_status(refused)
    return shown(router, "duplicates", HERE, values, status=status)


def _pair(pair: Duplicate, found: Found) -> dict[str, Any]:
    one, other = found.get(pair.one), found.get(pair.other)
    both = (one, other) if one and other else None
    return {
        "id": pair.duplicate_id,
        "signs": pair.signs,
        "at": moment(pair.found_at, language(router)),
        "sides": [_side(name, found.get(name)) for name in (pair.one, pair.other)],
        "alike": alike(*both) if both else frozenset(),
        "may_merge": both is not None and not any(file.is_gone for file in both),
    }


def _side(name: CandidateId, file: CandidateFile | None) -> dict[str, Any]:
    """Under the name of the pair, with what it holds by now."""
    told: dict[str, Any] = {"id": name, "file": None if file is None or file.is_gone else file}
    if file:
        told["opened"] = day_of(file.opened_at, language(router))
        told["occupation"] = occupation(file.candidate.desired_occupation, language(router))
    return told


@router.post(f"{ONE}/merge")
def merge(duplicate_id: str) -> Response[str]:
    keep = CandidateId(typed(router).get("keep", ""))
    return _done("merged", lambda doing: deciding.merge(doing, duplicate_id, keep))


@router.post(f"{ONE}/distinct")
def distinct(duplicate_id: str) -> Response[str]:
    return _done("distinct", lambda doing: deciding.distinct(doing, duplicate_id))


def _done(done: str, does: Callable[[Act], DuplicateDecided]) -> Response[str]:
    doing = act(router, "agency:write", f"{HERE}?done={done}")
    try:
        does(doing)
    except (AlreadyDone, CandidateNotFound, DuplicateNotFound, InvalidRequest) as refused:
        return _page(refused)
    return over(doing)
