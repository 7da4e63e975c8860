"""a link from a mail -> the thread; a reply -> into it, and its writer waits for the adviser."""

from collections.abc import Sequence
from datetime import datetime

from shared import replying
from shared.domain import mail_link
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import CandidateNotFound, MessageLinkExpired
from shared.domain.message import Message
from shared.ports.candidates import CandidateFiles, Threads
from shared.ports.programme import Programme
from shared.ports.speaking import Secrecy


def opened(
    token: str, *, files: CandidateFiles, threads: Threads, secrecy: Secrecy, now: datetime
) -> tuple[CandidateFile, Sequence[Message]]:
    """Whose thread it is, and its newest messages. Nothing changes by looking.

    Raises:
        NotFound: no link of ours.
        CandidateNotFound: they were erased.
        MessageLinkExpired: its 30 days are over.
    """
    candidate_id, message_id = mail_link.parts(secrecy.told(mail_link.MESSAGES, token))
    file = files.find(candidate_id)
    file.check_there()
    message = threads.find(file.candidate_id, message_id)
    if message is None:
        raise CandidateNotFound("no such message any more")
    if not message.link_is_good(now):
        raise MessageLinkExpired("this link was good for 30 days")
    return file, threads.newest(file.candidate_id)[0]


def reply(
    token: str,
    message_id: str,
    text: str,
    *,
    files: CandidateFiles,
    threads: Threads,
    secrecy: Secrecy,
    programme: Programme,
    now: datetime,
) -> bool:
    """False where the same was said a moment ago.

    Raises:
        NotFound, CandidateNotFound, MessageLinkExpired, TooManyRequests
    """
    file, _ = opened(token, files=files, threads=threads, secrecy=secrecy, now=now)
    return replying.reply(
        file.candidate_id,
        message_id,
        text,
        files=files,
        threads=threads,
        programme=programme,
        now=now,
    )
