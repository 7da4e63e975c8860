"""A candidate writes to their adviser: from a mail's link, or from their own page."""

from dataclasses import replace
from datetime import datetime

from shared.domain import tokyo
from shared.domain.candidate_file import WaitsFor
from shared.domain.ids import CandidateId
from shared.domain.message import Author, Message, said_before
from shared.ports.candidates import CandidateFiles, Threads
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict


@retry_on_conflict
def reply(
    candidate_id: CandidateId,
    message_id: str,
    text: str,
    *,
    files: CandidateFiles,
    threads: Threads,
    programme: Programme,
    now: datetime,
) -> bool:
    """Its writer waits for the adviser. False where the same was said a moment ago: a button
    pressed twice is one reply.

    Raises:
        CandidateNotFound, TooManyRequests
    """
    before = files.find(candidate_id)
    before.check_there()
    if said_before(threads.newest(before.candidate_id)[0], text, now):
        return False
    due = before.contact_by or tokyo.reply_by(now, programme.at(now).contact_weekdays)
    after = replace(before, contact_by=due, waits_for=before.waits_for or WaitsFor.REPLY)
    threads.reply(before, after, Message(message_id, Author.CANDIDATE, text, now))
    return True
