"""/agency/candidates/<id>/messages: what was written before."""

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand import candidate_told as told
from functions.place.by_hand import history
from functions.place.by_hand.candidate import ONE
from functions.place.by_hand.candidate_page import HERE
from functions.place.by_hand.room import shown, words
from functions.place.opening import opened
from shared import programs
from shared.domain.ids import CandidateId
from shared.rooms import caller, language, routes, start
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.members import Members
from shared.table.threads import Threads
from shared.wires import table

router = routes()


@router.get(f"{ONE}/messages")
def page(candidate_id: str) -> Response[str]:
    """The oldest of them first; further back by its cursor."""
    who, after = caller(router, "agency:read"), start(router, keys.THREAD_PREFIX)
    file = CandidateFiles(table()).find(CandidateId(candidate_id))
    file.check_there()
    opened(who, file.candidate_id)
    found, older = Threads(table()).newest(file.candidate_id, after=after)
    names, said = Members(table()).names(), words(router, "candidate")
    values = {
        "file": file,
        "path": f"{HERE}/{file.candidate_id}",
        "messages": [
            told.message(one, history.who(one.by, names, said), language(router))
            for one in reversed(found)
        ],
        "older": programs.cursor(older),
    }
    return shown(router, "candidate_messages", HERE, values)
