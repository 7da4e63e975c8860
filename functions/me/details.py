from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.me import own_flow
from functions.me.room import back, event, me, routes, shown
from shared import clock, found_by, request
from shared.contracts.own import DetailsTyped
from shared.contracts.wire import parse
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import InvalidRequest
from shared.domain.occupation import OCCUPATIONS
from shared.phone import e164
from shared.table.candidate_files import CandidateFiles
from shared.table.own_phones import OwnPhones
from shared.wires import pepper, table

router = routes()
HERE = "/me/details"
FIELDS = ("full_name", "phone", "desired_occupation", "desired_location")


@router.get(HERE)
def look() -> Response[str]:
    return _page({})


@router.post(HERE)
def edit() -> Response[str]:
    typed = request.values(event(router))
    try:
        said = parse(DetailsTyped, typed).model_dump()
    except InvalidRequest as error:
        if request.prefers_json(event(router)) or not isinstance(typed, dict):
            raise
        return _page(error.fields, typed)
    number = e164(said["phone"])
    phone = pepper().phone(number) if number else None
    files, now = CandidateFiles(table()), clock.now()
    own_flow.edit(me(router), said, phone, files=files, written=_beside, now=now)
    return back(router, HERE, "kept")


def _beside(before: CandidateFile, after: CandidateFile) -> CandidateFiles:
    phones = OwnPhones(table()).moved(before, after)
    return CandidateFiles(table().along(*phones), found_by.candidate(pepper()))


def _page(wrong: Mapping[str, str], typed: Mapping[str, Any] | None = None) -> Response[str]:
    """`typed` is kept as it was."""
    file = CandidateFiles(table()).find(me(router))
    file.check_there()
    known = {name: getattr(file.candidate, name) or "" for name in FIELDS}
    kept = {name: said for name in FIELDS if isinstance(said := (typed or {}).get(name), str)}
    values = {
        "values": known | kept,
        "occupations": OCCUPATIONS,
        "email": file.candidate.email,
        "mistakes": {name: code for name, code in wrong.items() if name in FIELDS},
    }
    return shown(router, "details", values, status=422 if wrong else 200)
