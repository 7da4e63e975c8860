"""A complaint as an adviser types it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from shared.contracts.admission import Text
from shared.contracts.wire import Body
from shared.domain.complaint import Complainant, ComplaintKind
from shared.domain.errors import InvalidRequest

type Whose = Annotated[str, Field(max_length=254)] | None
"""Their mail address, or the id of their file."""


class ComplaintRequest(Body):
    received_on: date
    by: Complainant
    kind: ComplaintKind
    text: Text
    whose: Whose = None

    def check(self, today: date) -> None:
        """Raises InvalidRequest: it was received on a day to come."""
        not_to_come(self.received_on, today)


class StepRequest(Body):
    step: Text


class OutcomeRequest(Body):
    outcome: Text


def not_to_come(received_on: date, today: date) -> None:
    """Raises InvalidRequest."""
    if received_on > today:
        raise InvalidRequest("wrong or missing: received_on", {"received_on": "to_come"})
