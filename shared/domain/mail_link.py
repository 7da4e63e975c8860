"""What a link in a mail is about: somebody, and something of theirs, in one text that is signed."""

from typing import Final

from shared.domain.errors import NotFound
from shared.domain.ids import CandidateId

MESSAGES: Final = "messages"
NOT_ME: Final = "not-me"
"""About a registration or a sign-in, by its id alone: whoever reads the mail asked for neither."""
_BETWEEN: Final = "~"


def subject(candidate_id: CandidateId, name: str) -> str:
    """
    >>> subject(CandidateId("cnd_1"), "msg_2")
    'cnd_1~msg_2'
    """
    return f"{candidate_id}{_BETWEEN}{name}"


def parts(said: str) -> tuple[CandidateId, str]:
    """Raises NotFound."""
    candidate_id, between, name = said.partition(_BETWEEN)
    if not between:
        raise NotFound("there is nothing here")
    return CandidateId(candidate_id), name
