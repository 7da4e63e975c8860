"""The queue's message: whatever is written there is read as it was, and holds nothing of a body."""

from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError
from hypothesis import given
from hypothesis import strategies as st

from shared.aws.tickets import SqsTickets, written
from shared.contracts.ticket import TicketRead
from shared.domain.errors import Unavailable
from shared.domain.webhook_message import Ticket
from tests.support.builders import ACME, NOON
from tests.support.webhooking import HOOKS, a_note

TICKETS = st.builds(
    Ticket,
    st.just(ACME),
    st.just(HOOKS),
    st.text(min_size=1),
    st.datetimes(timezones=st.just(NOON.tzinfo)),
    st.integers(1, 10**6),
    st.integers(0, 100),
)


class Client:
    def __init__(self, error: Exception | None = None) -> None:
        self.said: list[dict[str, Any]] = []
        self.error = error

    def send_message(self, **said: Any) -> None:
        if self.error:
            raise self.error
        self.said.append(said)


@given(TICKETS)
def test_a_ticket_is_read_as_it_was_written(ticket: Ticket) -> None:
    assert TicketRead.model_validate_json(written(ticket)).ticket() == ticket


def test_it_names_the_message_and_nothing_of_what_it_says() -> None:
    note = a_note()
    assert note.body not in written(note.ticket)
    assert note.kind not in written(note.ticket)


@pytest.mark.parametrize(
    ("after", "seconds"), [(0.0, 0), (0.2, 1), (-5, 0), (5, 5), (899.5, 900), (90_000, 900)]
)
def test_an_endpoint_is_a_group_and_waits_no_longer_than_a_queue_can(
    after: float, seconds: int
) -> None:
    client: Any = Client()
    SqsTickets("https://queue.example/q", client).send(a_note().ticket, timedelta(seconds=after))
    [said] = client.said
    assert (said["MessageGroupId"], said["DelaySeconds"]) == (HOOKS, seconds)


def test_a_queue_that_does_not_take_it_is_unavailable() -> None:
    down: Any = Client(ClientError({"Error": {"Code": "ServiceUnavailable"}}, "SendMessage"))
    with pytest.raises(Unavailable):
        SqsTickets("https://queue.example/q", down).send(a_note().ticket)
