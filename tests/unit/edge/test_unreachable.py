"""A table that does not answer is away, whatever was asked of it."""

from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, EndpointConnectionError, ReadTimeoutError

from shared.domain.errors import Unavailable
from shared.domain.ids import RegistrationId
from shared.domain.outbox import Said
from shared.table import keys
from shared.table.commit import Table
from shared.table.outboxes import Outboxes
from shared.table.registrations import Registrations
from tests.support.builders import ACME, NOON
from tests.support.table import client

ADA = RegistrationId("reg_ada")
SAID = Said("approved:co_acme", "CompanyApproved", "{}", "bus", ACME)
URL = "https://dynamodb.example"

ASKED: dict[str, Callable[[Table], Any]] = {
    "get": lambda table: table.get(keys.head(ACME)),
    "get_all": lambda table: table.get_all(keys.tally(ACME), keys.head(ACME)),
    "page": lambda table: table.page(ACME, "LINK#", limit=1, after=None),
    "due": lambda table: list(table.due(keys.due_shard(0), NOON)),
    "commit": lambda table: table.commit(table.new(keys.head(ACME), {})),
    "try_code": lambda table: Registrations(table).try_code(ADA, NOON),
    "forget": lambda table: Outboxes(table).forget(SAID),
}


def away(error: BotoCoreError) -> Table:
    def nobody(**_: Any) -> None:
        raise error

    asking = client()
    asking.meta.events.register_first("before-call.dynamodb", nobody)
    return Table("core", asking)


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED.keys())
@pytest.mark.parametrize("error", [EndpointConnectionError, ReadTimeoutError])
def test_a_table_that_does_not_answer_is_unavailable(
    ask: Callable[[Table], Any], error: type[BotoCoreError]
) -> None:
    with pytest.raises(Unavailable) as refused:
        ask(away(error(endpoint_url=URL)))
    assert isinstance(refused.value.__cause__, error)
