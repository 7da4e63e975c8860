"""Owners make keys for programs, and take them back.

`written` is where it is kept, once it is known what: an act's own (shared.acts).
"""

from collections.abc import Callable
from datetime import datetime

from shared.contracts.api_key import KeyRequest
from shared.domain.access import Caller
from shared.domain.api_key import ApiKey
from shared.domain.ids import CompanyId
from shared.ports.signing_in import ApiKeys
from shared.retry import retry_on_conflict


def drawn_up(
    asked: KeyRequest, name: tuple[CompanyId, str], digest: str, *, now: datetime
) -> ApiKey:
    """Raises InvalidRequest."""
    asked.check_end(now)
    company_id, key_id = name
    return ApiKey(
        key_id=key_id,
        company_id=company_id,
        digest=digest,
        name=asked.name.strip(),
        scopes=tuple(asked.scopes),
        made_at=now,
        expires_at=asked.expires_at,
    )


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
