"""How a candidate's name is read: an adviser types it, so that kana and romaji find the file."""

import unicodedata
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.place import reading_flow
from functions.place.by_hand.room import done, shown, words
from shared import found_by, request
from shared.contracts.candidate_desk import CandidateDone
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CandidateId
from shared.rooms import caller, routes
from shared.signed_acts import act, over
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.wires import pepper, table

router = routes()
LISTED: Final = "/agency/candidates"
ONE: Final = f"{LISTED}/<candidate_id>/reading"


@router.get(ONE)
def page(candidate_id: str) -> Response[str]:
    caller(router, "agency:write")
    file = _file(candidate_id)
    return _page(file, file.reading or "")


@router.post(ONE)
def keep(candidate_id: str) -> Response[str]:
    doing = act(router, "agency:write", f"{LISTED}/{candidate_id}/reading?done=kept")
    typed = request.values(router.current_event.raw_event)
    reading, was = (_text(typed, name) for name in ("reading", "was"))
    try:
        with doing.answering():
            reading_flow.change(
                CandidateId(candidate_id),
                reading or None,
                was or None,
                by=doing.who,
                files=CandidateFiles(table()),
                now=doing.now,
                written=doing.written(
                    _indexing, "candidate.reading", candidate_id, CandidateDone.of
                ),
            )
    except InvalidRequest:
        return _page(_file(candidate_id), reading, "kana", status=422)
    except StateForbids:
        return _page(_file(candidate_id), reading, "meanwhile", status=409)
    return over(doing)


def _indexing(noted: Table) -> CandidateFiles:
    return CandidateFiles(noted, found_by.candidate(pepper()))


def _file(candidate_id: str) -> CandidateFile:
    """Raises CandidateNotFound."""
    file = CandidateFiles(table()).find(CandidateId(candidate_id))
    file.check_there()
    return file


def _text(typed: object, name: str) -> str:
    said = typed.get(name) if isinstance(typed, dict) else None
    return unicodedata.normalize("NFKC", said).strip() if isinstance(said, str) else ""


def _page(file: CandidateFile, typed: str, wrong: str = "", status: int = 200) -> Response[str]:
    told = {
        "file": file,
        "path": f"{LISTED}/{file.candidate_id}",
        "values": {"reading": typed},
        "mistakes": {"reading": words(router, "readings")["errors"][wrong]} if wrong else {},
        "is_other": wrong == "meanwhile",
        "done": None if wrong else done(router, "readings"),
    }
    return shown(router, "readings", LISTED, told, status=status)
