"""What a message is called: the same for the same fact, however often it is told."""

import hashlib
from datetime import UTC, date, datetime, time

from ulid import ULID

from shared.domain.ids import CompanyId


def message_id(company_id: CompanyId, fact_id: str, kind: str, on: date) -> str:
    """`evt_` and a ULID. Its time is the day's, for companies see days; the rest is the fact's.

    Args:
        fact_id: `event_id` of the fact, or what else names it. It cannot be read back.
    """
    began = int(datetime.combine(on, time(), UTC).timestamp() * 1000)
    fact = "\n".join((company_id, kind, fact_id)).encode()
    named = began.to_bytes(6) + hashlib.sha256(fact).digest()[:10]
    return f"evt_{ULID.from_bytes(named)}"
