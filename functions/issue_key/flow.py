"""who the key speaks for -> the key, shown once -> its digest, kept."""

from collections.abc import Callable, Sequence

from shared.domain.access import SCOPES, Caller, KeyKind
from shared.domain.company import Company
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId
from shared.ports import ApiKeys


def issue_key(
    key_id: str,
    kind: KeyKind,
    company_id: CompanyId | None,
    scopes: Sequence[str] | None,
    *,
    digest: str,
    api_keys: ApiKeys,
    find_company: Callable[[CompanyId], Company],
) -> Caller:
    """Keep the key's digest.

    Args:
        scopes: None for all of its kind.

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
    caller = Caller(key_id, kind, frozenset(wanted), company_id)
    api_keys.add(digest, caller)
    return caller
