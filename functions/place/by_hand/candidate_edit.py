"""An adviser changes a candidate's file by hand. Two at once: the later one sees both."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place import looking_after
from functions.place.by_hand import history
from functions.place.by_hand.candidate import ONE, WRITES
from functions.place.by_hand.candidate_page import HERE, candidate_page, form
from functions.place.by_hand.candidate_told import occupation
from functions.place.by_hand.room import shown, words
from functions.place.opening import opened
from shared import forms
from shared.acts import Act
from shared.contracts.candidate_desk import CandidateChange
from shared.contracts.wire import parse
from shared.domain.candidate_screen import Screen
from shared.domain.edit import FIELDS, Basis, meanwhile
from shared.domain.errors import FileChanged, InvalidRequest
from shared.domain.forbidden import seems_to_hold
from shared.domain.ids import CandidateId
from shared.rooms import language, routes
from shared.signed_acts import act, over
from shared.table.members import Members
from shared.table.screens import Screens
from shared.wires import table

router = routes()
WAS: Final = "was_"


@router.post(ONE)
def change(candidate_id: str) -> Response[str]:
    said = forms.typed(router)
    fields = {name: _plain(said.get(name, "")) for name in FIELDS}
    kinds = ".".join(seems_to_hold(fields["notes"]))
    done = f"changed&seems={kinds}" if kinds else "changed"
    doing = act(router, WRITES, f"{HERE}/{candidate_id}?done={done}")
    basis = _basis(said)
    try:
        if asked := _asked(fields, basis):
            looking_after.change(doing, CandidateId(candidate_id), asked, basis)
    except InvalidRequest as error:
        wrong = forms.mistakes(error.fields, words(router, "candidate")["errors"], forms.first)
        return candidate_page(router, doing.caller, candidate_id, typed=said, mistakes=wrong)
    except FileChanged:
        return _meanwhile(doing, candidate_id, basis, fields)
    return over(doing)


def _basis(said: Mapping[str, str]) -> Basis:
    """Raises InvalidRequest: no form of ours."""
    version = forms.number(said.get("version", ""))
    if not isinstance(version, int):
        raise InvalidRequest("the form does not say its version", {"version": "malformed"})
    return Basis(version, {name: said.get(f"{WAS}{name}", "") for name in FIELDS})


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _asked(fields: Mapping[str, str], basis: Basis) -> dict[str, Any]:
    """What is other than it was shown. Raises InvalidRequest."""
    mine = basis.moved(fields)
    said: dict[str, Any] = {name: fields[name] for name in FIELDS if name in mine}
    if "blocked" in said:
        lines = map(str.strip, said["blocked"].splitlines())
        said["blocked"] = list(filter(None, lines))
    if "notes" in said:
        said["notes"] = said["notes"] or None
    return parse(CandidateChange, said).model_dump(exclude_unset=True) if said else {}


def _meanwhile(
    doing: Act, candidate_id: str, basis: Basis, fields: Mapping[str, str]
) -> Response[str]:
    """What is there now beside what was typed, and who changed it."""
    screen = Screens(table()).show(CandidateId(candidate_id))
    opened(doing.caller, screen.file.candidate_id)
    differ = meanwhile(basis, screen.file, fields)
    values = {
        **form(screen, {one.name: one.kept for one in differ}),
        "file": screen.file,
        "path": f"{HERE}/{screen.file.candidate_id}",
        "differ": differ,
        "history": _since(screen, basis),
        "occupation": lambda code: occupation(code, language(router)),
    }
    return shown(router, "candidate_changed", HERE, values, status=409)


def _since(screen: Screen, basis: Basis) -> list[history.Line]:
    acts = (one for one in screen.acts if one.version >= basis.version)
    names, said = Members(table()).names(), words(router, "candidate")
    return history.lines(acts, names, said, language(router))
