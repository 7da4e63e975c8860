"""who is to manage the agency -> its first manager, at most once."""

from datetime import datetime

from shared.domain.errors import AlreadyDone
from shared.domain.member import Member, Role
from shared.ports.members import Members
from shared.ports.speaking import Secrecy


def appoint(name: str, email: str, *, members: Members, secrecy: Secrecy, now: datetime) -> bool:
    """Whether this was new: the same address again changes nothing.

    Raises:
        Refused: another address was appointed before.
    """
    manager = Member(name=name, email=email, role=Role.MANAGER, since=now)
    try:
        members.appoint(secrecy.person(email), manager)
    except AlreadyDone:
        return False
    return True
