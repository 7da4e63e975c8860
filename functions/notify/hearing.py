"""A notice about credits goes to each of a company's people who asked for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from functions.notify.flow import Due, Notice
from shared.domain.company_member import CompanyMember
from shared.domain.ids import CompanyId


def each(due: Due, people: Callable[[CompanyId], Sequence[CompanyMember]]) -> list[Due]:
    """One mail for each of them, in their language; to whom it names, where nobody asked for it."""
    notice = due.notice
    if notice is None:
        return [due]
    hear = (member for member in people(notice.company_id) if member.hears_of_credits)
    return [_to(member, due, notice) for member in hear] or [due]


def _to(member: CompanyMember, due: Due, notice: Notice) -> Due:
    """The fact and the member are its name: each of them is told once."""
    return replace(
        due,
        fact=f"{due.fact}:{member.member_id}",
        to=member.email,
        letter=partial(notice.letter, member.locale),
    )
