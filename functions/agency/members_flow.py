"""Managers name people and let them go; a manager is always left."""

from collections.abc import Callable
from typing import Final

from shared.domain.errors import NotFound, StateForbids
from shared.domain.ids import PersonKey
from shared.domain.member import Member, Role
from shared.ports.members import Colleagues, Keys
from shared.ports.signing_in import Sessions
from shared.retry import retry_on_conflict

LAST: Final = "last_manager"


@retry_on_conflict
def remove(
    person: PersonKey,
    *,
    members: Colleagues,
    keys: Keys,
    sessions: Sessions,
    written: Callable[[Member], Colleagues],
) -> None:
    """They are signed out, and their keys open nothing from now on.

    Raises:
        NotFound
        StateForbids: nobody else manages.
    """
    everybody = members.all()
    member = everybody.get(person)
    if member is None:
        raise NotFound("no such member")
    managers = [p for p, one in everybody.items() if one.role is Role.MANAGER and p != person]
    manages = member.role is Role.MANAGER
    if manages and not managers:
        raise StateForbids("the last manager stays: name another one first", LAST)
    going = [*keys.going(person), *sessions.closing(person)]
    written(member).remove(person, member, managers[0] if manages else None, going)
    sessions.close_all(person)
