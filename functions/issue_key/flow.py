"""who the key speaks for -> the key, shown once -> its digest, kept."""

from collections.abc import Callable, Sequence

from shared.domain.access import SCOPES, SCOPES_OF, Caller, KeyKind
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, PersonKey
from shared.domain.member import Member
from shared.ports.members import ApiKeys, Members


def issue_key(
    key_id: str,
    kind: KeyKind,
    company_id: CompanyId | None,
    scopes: Sequence[str] | None,
    *,
    digest: str,
    api_keys: ApiKeys,
    find_company: Callable[[CompanyId], Company],
    member: PersonKey | None = None,
) -> Caller:
    """Keep the key's digest.

    Args:
        scopes: None for all of its kind.
        member: whose key it is; None for a program's own.

    Raises:
        InvalidRequest: no such kind; a scope it does not have; a company's key without its company.
        CompanyNotFound, CompanyNotActive
    """
    known = SCOPES.get(kind)
    if known is None:
        raise InvalidRequest("a key is a company's or the agency's")
    wanted = known if scopes is None else scopes
    if unknown := set(wanted) - set(known):
        raise InvalidRequest(f"no such scope: {', '.join(sorted(unknown))}")
    if (kind == "company") != (company_id is not None):
        raise InvalidRequest("a company's key names its company, the agency's none")
    if company_id is not None:
        find_company(company_id).check_active()
    caller = Caller(key_id, kind, frozenset(wanted), company_id, member)
    api_keys.add(digest, caller)
    return caller


def scopes_of(person: PersonKey, asked: Member, members: Members) -> Sequence[str]:
    """What the key of this person may do; somebody new becomes a member.

    Raises:
        InvalidRequest: they are a member in another role.
        AlreadyDone: they became one just now; ask again.
    """
    known = members.find(person)
    if known is None:
        members.enrol(person, asked)
    elif known.role is not asked.role:
        raise InvalidRequest(f"this person is {known.role} here, not {asked.role}")
    return SCOPES_OF[asked.role]
