"""An adviser's act on a candidate's file, by a key or by hand."""

from collections.abc import Callable, Mapping
from typing import Any

from functions.place import candidates_flow, messages_flow
from shared import found_by, leaving
from shared.acts import Act
from shared.contracts.candidate_desk import CandidateDone
from shared.contracts.message import MessageTaken
from shared.domain.candidate_file import CandidateFile
from shared.domain.edit import Basis
from shared.domain.forbidden import Kind, seems_to_hold
from shared.domain.ids import CandidateId
from shared.mint import mint
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.threads import Threads
from shared.wires import pepper, table

type Leave = Callable[..., CandidateFile]


def _written(
    doing: Act, what: str, about: str, warnings: tuple[Kind, ...] = ()
) -> candidates_flow.Written:
    return doing.written(
        indexed, f"candidate.{what}", about, lambda file: CandidateDone.of(file, warnings)
    )


def indexed(noted: Table) -> CandidateFiles:
    """With what a name and its reading are found by."""
    return CandidateFiles(noted, found_by.candidate(pepper()))


def change(
    doing: Act, candidate_id: CandidateId, said: Mapping[str, Any], since: Basis | None = None
) -> CandidateDone:
    """
    Args:
        since: what a form was filled from.

    Raises:
        CandidateNotFound, FileChanged
    """
    warnings = seems_to_hold(said.get("notes") or "")
    with doing.answering():
        file = candidates_flow.change(
            candidate_id,
            said,
            by=doing.who,
            files=CandidateFiles(table()),
            now=doing.now,
            written=_written(doing, "change", candidate_id, warnings),
            since=since,
        )
    return CandidateDone.of(file, warnings)


def assign(doing: Act, candidate_id: CandidateId, adviser: str) -> CandidateDone:
    with doing.answering():
        file = candidates_flow.assign(
            candidate_id,
            adviser,
            by=doing.who,
            files=CandidateFiles(table()),
            now=doing.now,
            written=_written(doing, "adviser", candidate_id),
        )
    return CandidateDone.of(file)


def contacted(doing: Act, candidate_id: CandidateId) -> CandidateDone:
    with doing.answering():
        file = candidates_flow.contacted(
            candidate_id,
            by=doing.who,
            files=CandidateFiles(table()),
            now=doing.now,
            written=_written(doing, "contacted", candidate_id),
        )
    return CandidateDone.of(file)


def withdraw(doing: Act, candidate_id: CandidateId, why: str | None) -> CandidateDone:
    return _leave(leaving.withdraw, "withdrawal", doing, candidate_id, why)


def erase(doing: Act, candidate_id: CandidateId, why: str | None) -> CandidateDone:
    return _leave(leaving.begin_erasure, "erasure", doing, candidate_id, why)


def _leave(
    leave: Leave, what: str, doing: Act, candidate_id: CandidateId, why: str | None
) -> CandidateDone:
    with doing.answering():
        file = leave(
            candidate_id,
            by=doing.who,
            why=why,
            files=CandidateFiles(table()),
            now=doing.now,
            written=_written(doing, what, candidate_id),
        )
    return CandidateDone.of(file)


def write(doing: Act, candidate_id: CandidateId, text: str, origin: str) -> MessageTaken:
    """
    Args:
        origin: where the candidate will find us.
    """
    answer = MessageTaken(
        candidate_id=candidate_id,
        message_id=mint("msg", doing.now),
        warnings=list(seems_to_hold(text)),
    )
    told = {"message_id": answer.message_id}
    with doing.answering():
        messages_flow.leave(
            candidate_id,
            answer.message_id,
            text,
            by=doing.who,
            origin=origin,
            files=CandidateFiles(table()),
            threads=Threads(doing.table("candidate.message", candidate_id, answer, 201, **told)),
            now=doing.now,
        )
    return answer
