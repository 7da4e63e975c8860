"""Whether two files are one person's: said once, by a key or by hand."""

from functions.place import duplicates_flow
from shared import found_by
from shared.acts import Act
from shared.contracts.duplicate import DuplicateDecided
from shared.domain.duplicate import Answer
from shared.domain.ids import CandidateId
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.duplicates import Duplicates
from shared.wires import pepper, table


def merge(doing: Act, duplicate_id: str, keep: CandidateId) -> DuplicateDecided:
    def answer(kept: CandidateId) -> DuplicateDecided:
        return DuplicateDecided(duplicate_id=duplicate_id, answer=Answer.MERGED, candidate_id=kept)

    with doing.answering():
        kept = duplicates_flow.merge(
            duplicate_id,
            keep,
            by=doing.who,
            duplicates=Duplicates(table()),
            files=CandidateFiles(table()),
            now=doing.now,
            written=doing.written(_indexing, "duplicate.merge", duplicate_id, answer),
        )
    return answer(kept)


def _indexing(table: Table) -> Duplicates:
    return Duplicates(table, found_by.candidate(pepper()))


def distinct(doing: Act, duplicate_id: str) -> DuplicateDecided:
    answer = DuplicateDecided(duplicate_id=duplicate_id, answer=Answer.DISTINCT)
    pairs = Duplicates(doing.table("duplicate.distinct", duplicate_id, answer))
    with doing.answering():
        duplicates_flow.distinct(duplicate_id, by=doing.who, duplicates=pairs, now=doing.now)
    return answer
