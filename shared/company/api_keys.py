"""Owners make keys for programs, and take them back.

`written` is where it is kept, once it is known what: an act's own (shared.acts).
"""

from collections.abc import Callable
from datetime import datetime

from shared.domain.access import Caller
from shared.domain.api_key import ApiKey
from shared.domain.ids import CompanyId
from shared.ports.at_company import ApiKeys
from shared.retry import retry_on_conflict


@retry_on_conflict
def make(key: ApiKey, *, api_keys: ApiKeys, now: datetime) -> None:
    """Raises CompanyNotActive, StateForbids, TooManyRequests."""
    caller = Caller(key.key_id, "company", frozenset(key.scopes), key.company_id)
    api_keys.make(key, caller, now)


@retry_on_conflict
def revoke(
    company_id: CompanyId,
    key_id: str,
    *,
    api_keys: ApiKeys,
    written: Callable[[ApiKey], ApiKeys],
    now: datetime,
) -> None:
    """Twice is once. Raises NotFound."""
    key = api_keys.own(company_id, key_id)
    if key.revoked_at is None:
        written(key).revoke(key, now)
