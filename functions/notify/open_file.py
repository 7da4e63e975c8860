"""Whose mail it is, if they may still be written to."""

from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles


def open_file(files: CandidateFiles, candidate_id: str) -> CandidateFile | None:
    """None for who withdrew or was erased."""
    try:
        found = files.find(CandidateId(candidate_id))
    except CandidateNotFound:
        return None
    return found if found.is_open else None
