"""/agency/candidates/<id>/messages and /history: what was written and done before."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aws_lambda_powertools.event_handler import Response

from functions.place.by_hand import candidate_told as told
from functions.place.by_hand import history
from functions.place.by_hand.candidate import ONE
from functions.place.by_hand.candidate_page import HERE
from functions.place.by_hand.room import shown, words
from functions.place.opening import opened
from shared import programs, signed_in
from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId
from shared.rooms import caller, language, routes, start
from shared.table import keys
from shared.table.file_pages import FilePages, Names
from shared.wires import table

router = routes()
type Read = Callable[
    [CandidateId, str | None], tuple[CandidateFile, Names, Sequence[Any], str | None]
]


@router.get(f"{ONE}/messages")
def messages(candidate_id: str) -> Response[str]:
    """The oldest of them first; further back by its cursor."""

    def values(found: Sequence[Any], names: Names, said: Mapping[str, Any]) -> dict[str, Any]:
        spoken = language(router)
        rows = [told.message(m, history.who(m.by, names, said), spoken) for m in reversed(found)]
        return {"messages": rows}

    read = FilePages(table()).messages
    return _page("candidate_messages", candidate_id, read, keys.THREAD_PREFIX, values)


@router.get(f"{ONE}/history")
def acts(candidate_id: str) -> Response[str]:
    """Newest first."""

    def values(found: Sequence[Any], names: Names, said: Mapping[str, Any]) -> dict[str, Any]:
        return {"rows": history.lines(found, names, said, language(router))}

    read = FilePages(table()).acts
    return _page("candidate_history", candidate_id, read, keys.ACT_PREFIX, values)


def _page(
    name: str,
    candidate_id: str,
    read: Read,
    prefix: str,
    values: Callable[[Sequence[Any], Names, Mapping[str, Any]], dict[str, Any]],
) -> Response[str]:
    """Three requests; a file that was merged leads to the one it is part of."""
    who, after = caller(router, "agency:read"), start(router, prefix)
    file, names, found, following = read(CandidateId(candidate_id), after)
    if file.merged_into:
        return signed_in.to(f"{HERE}/{file.merged_into}")
    opened(who, file.candidate_id)
    about = {
        "file": file,
        "path": f"{HERE}/{file.candidate_id}",
        "following": programs.cursor(following),
        "is_later": after is not None,
        **values(found, names, words(router, "candidate")),
    }
    return shown(router, name, HERE, about)
