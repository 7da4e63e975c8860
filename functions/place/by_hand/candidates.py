"""/agency/candidates: whom an adviser is to write to."""

from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand.room import shown
from shared import clock, programs
from shared.domain.candidate_file import CandidateFile
from shared.pages.when import moment
from shared.rooms import caller, language, routes, start
from shared.table.candidate_files import CandidateFiles
from shared.wires import table

router = routes()
HERE: Final = "/agency/candidates"
PAGE: Final = 50


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    after = start(router, "{")
    found, following = CandidateFiles(table()).waiting(limit=PAGE, after=after)
    values = {
        "rows": [_row(file) for file in found],
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "candidates", HERE, values)


def _row(file: CandidateFile) -> dict[str, Any]:
    locale = language(router)
    return {
        "file": file,
        "by": moment(file.contact_by, locale) if file.contact_by else None,
        "is_late": file.is_overdue(clock.now()),
    }
