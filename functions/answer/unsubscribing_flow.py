"""one click -> no more news; how it was said, and when, is kept."""

from dataclasses import replace
from datetime import datetime

from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.ports.candidates import CandidateFiles
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict

PURPOSE = "unsubscribe"
METHOD = "one_click"


@retry_on_conflict
def unsubscribe(token: str, *, secrecy: Secrecy, files: CandidateFiles, now: datetime) -> bool:
    """True if this call did it; of who gets none already, or was erased, there is nothing to do.

    Raises:
        NotFound: not a link of ours.
    """
    candidate_id = CandidateId(secrecy.told(PURPOSE, token))
    try:
        before = files.find(candidate_id)
    except CandidateNotFound:
        return False
    if before.is_gone or not before.consents.news:
        return False
    consents = replace(before.consents, news=False, method=METHOD)
    after = replace(before, consents=consents, agreed_at=now)
    files.change(before, after, act="unsubscribed", by="candidate", now=now, agreed=True)
    return True
