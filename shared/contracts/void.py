"""Windows of a link that its company took back."""

from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field

from shared.contracts.candidate import not_blank
from shared.contracts.wire import Answer, Body
from shared.domain.void import VoidState, VoidWindow

Why = Annotated[str, AfterValidator(not_blank), Field(min_length=1, max_length=200)]


class VoidRequest(Body):
    since: AwareDatetime = Field(alias="from")
    until: AwareDatetime = Field(alias="to", description="No more in it; an hour to 31 days on.")
    reason: Why


class VoidAnswer(Answer):
    """How many it concerned is not said: a company sees totals only, in its figures. Of what had
    counted, at least 3 are taken back together, an hour after; fewer go on counting.
    """

    window_id: str
    since: AwareDatetime = Field(serialization_alias="from")
    until: AwareDatetime = Field(serialization_alias="to")
    reason: str
    state: VoidState = Field(description="working: registrations made before are looked through.")

    @classmethod
    def of(cls, window: VoidWindow) -> Self:
        return cls(
            window_id=window.window_id,
            since=window.span.since,
            until=window.span.until,
            reason=window.reason,
            state=window.state,
        )


class VoidPage(Answer):
    items: list[VoidAnswer]
    next_cursor: str | None
