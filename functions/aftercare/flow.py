"""a check-in that is due -> does its candidate want to be asked? -> said, or let pass, once."""

from collections import Counter
from contextlib import suppress
from datetime import datetime

from shared.contracts.events import CheckInDue
from shared.domain import check_in, tokyo
from shared.domain.candidate_file import CandidateFile
from shared.domain.check_in import After, CheckIn
from shared.domain.errors import AlreadyDone, CandidateNotFound, Conflict
from shared.ports.candidates import CandidateFiles, CheckIns
from shared.retry import retry_on_conflict


def aftercare(*, check_ins: CheckIns, files: CandidateFiles, now: datetime) -> Counter[str]:
    """How many were `said` and `passed`; `refused` are those the next run takes up.

    At night all are left for the morning.
    """
    done = Counter[str]()
    if tokyo.is_quiet(now):
        return done
    for due in check_ins.due(now):
        try:
            done[_look(due, check_ins, files, now)] += 1
        except Conflict:
            done["refused"] += 1
    return done


@retry_on_conflict
def _look(due: CheckIn, check_ins: CheckIns, files: CandidateFiles, now: datetime) -> str:
    with suppress(AlreadyDone, CandidateNotFound):  # another clock's, or erased meanwhile
        file = files.find(due.candidate_id)
        outcome = check_in.outcome(due, file, now)
        event = _event(file, outcome.said, now) if outcome.said else None
        check_ins.move(due, outcome, file, event)
        return "said" if event else "passed"
    return "left"


def _event(file: CandidateFile, after: After, now: datetime) -> CheckInDue:
    return CheckInDue(
        event_id=f"checkin:{file.candidate_id}:{after}",
        occurred_at=now,
        candidate_id=file.candidate_id,
        after=after,
    )
