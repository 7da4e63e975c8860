"""An API key that was used today: the day is written once, before what a test counts."""

from datetime import UTC, datetime

from shared.domain.access import Caller
from shared.mint import key_digest
from shared.table.api_keys import ApiKeys
from tests.support.fakes.companies import FakeApiKeys


def used_today(api_keys: ApiKeys | FakeApiKeys, key: str, caller: Caller) -> None:
    api_keys.add(key_digest(key), caller)
    api_keys.find(key_digest(key), datetime.now(UTC))
