"""A request about somebody's own data, as an adviser types it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from shared.contracts.admission import Text
from shared.contracts.complaint import not_to_come
from shared.contracts.wire import Body
from shared.domain.rights import CameBy, Ground, Wanted


class RightsRequested(Body):
    wanted: Wanted
    came_by: CameBy
    received_on: date
    text: Text
    whose: Annotated[str, Field(max_length=254)] | None = Field(
        default=None, description="Their mail address, or the id of their file."
    )
    nobody: bool = Field(default=False, description="We know nobody of that address.")

    def check(self, today: date) -> None:
        """Raises InvalidRequest: it was received on a day to come."""
        not_to_come(self.received_on, today)


class Answered(Body):
    outcome: Text


class RefusedRequest(Body):
    ground: Ground
    why: Text
