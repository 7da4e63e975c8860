"""a candidate says how it goes -> their file knows, and their adviser hears of it."""

from datetime import datetime

from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile, Search
from shared.domain.check_in import answered
from shared.domain.errors import CandidateNotFound, NotFound
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles
from shared.ports.programme import Programme
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict

PURPOSE = "check-ins"


def asked(token: str, *, secrecy: Secrecy, files: CandidateFiles) -> CandidateFile:
    """Whose answer it is. Raises NotFound: not a link of ours, or they were erased."""
    candidate_id, _, _ = secrecy.told(PURPOSE, token).partition("~")
    try:
        file = files.find(CandidateId(candidate_id))
        file.check_there()
    except CandidateNotFound:
        raise NotFound("there is nothing here any more") from None
    return file


@retry_on_conflict
def answer(
    token: str,
    search: Search,
    *,
    secrecy: Secrecy,
    files: CandidateFiles,
    programme: Programme,
    now: datetime,
) -> None:
    """As often as they like; the last word is the one. Raises NotFound."""
    before = asked(token, secrecy=secrecy, files=files)
    due = tokyo.reply_by(now, programme.at(now).contact_weekdays)
    after = answered(before, search, due)
    if after != before:
        files.change(before, after, act=f"answered_{search}", by="candidate", now=now)
