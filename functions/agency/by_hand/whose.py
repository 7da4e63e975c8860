"""Whose file an adviser means, who types a mail address or the id of the file."""

from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.table.candidate_files import CandidateFiles
from shared.table.rights import RightsRequests
from shared.wires import pepper, table


def file_of(typed: str) -> CandidateId | None:
    """None for nobody's, and for one who was erased."""
    kept = RightsRequests(table())
    named = kept.whose(pepper().person(typed)) if "@" in typed else CandidateId(typed)
    try:
        file = CandidateFiles(table()).find(named) if named else None
    except CandidateNotFound:
        return None
    return None if file is None or file.is_gone else file.candidate_id
