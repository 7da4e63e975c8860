"""How a candidate's name is read: an adviser types it, so that kana and romaji find the file."""

from typing import Final
from unicodedata import normalize

from aws_lambda_powertools.event_handler import Response

from functions.place import looking_after, reading_flow
from functions.place.by_hand.room import done, shown, words
from shared.contracts.candidate_desk import CandidateDone
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CandidateId
from shared.forms import typed
from shared.rooms import caller, routes
from shared.signed_acts import act, over
from shared.table.candidate_files import CandidateFiles
from shared.wires import table

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
    said = typed(router)
    reading, was = (normalize("NFKC", said.get(name, "")) for name in ("reading", "was"))
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
                    looking_after.indexed, "candidate.reading", candidate_id, CandidateDone.of
                ),
            )
    except InvalidRequest:
        return _page(_file(candidate_id), reading, "kana", status=422)
    except StateForbids:
        return _page(_file(candidate_id), reading, "meanwhile", status=409)
    return over(doing)


def _file(candidate_id: str) -> CandidateFile:
    """Raises CandidateNotFound."""
    file = CandidateFiles(table()).find(CandidateId(candidate_id))
    file.check_there()
    return file


def _page(file: CandidateFile, reading: str, wrong: str = "", status: int = 200) -> Response[str]:
    told = {
        "file": file,
        "path": f"{LISTED}/{file.candidate_id}",
        "values": {"reading": reading},
        "mistakes": {"reading": words(router, "readings")["errors"][wrong]} if wrong else {},
        "is_other": wrong == "meanwhile",
        "done": None if wrong else done(router, "readings"),
    }
    return shown(router, "readings", LISTED, told, status=status)
