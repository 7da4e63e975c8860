"""An adviser writes: the thread holds it, a mail without it says so, nobody waits any more."""

from datetime import datetime

from shared.contracts.events import MessageLeft
from shared.domain.ids import CandidateId
from shared.domain.message import Author, Message
from shared.ports.candidates import CandidateFiles, Threads
from shared.retry import retry_on_conflict


@retry_on_conflict
def leave(
    candidate_id: CandidateId,
    message_id: str,
    text: str,
    *,
    by: str,
    origin: str,
    files: CandidateFiles,
    threads: Threads,
    now: datetime,
) -> None:
    """Raises CandidateNotFound, StateForbids.

    Args:
        origin: where the candidate will find us.
    """
    before = files.find(candidate_id)
    before.check_open()
    event = MessageLeft(
        event_id=f"message:{message_id}",
        occurred_at=now,
        candidate_id=before.candidate_id,
        message_id=message_id,
    )
    message = Message(message_id, Author.ADVISER, text, now, by, origin)
    after = before.contacted()
    threads.leave(before, after, message, event)
