"""A company leaves the programme."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.contracts.wire import Answer


class Left(Answer):
    company_id: str
    status: Literal["left"] = "left"
    usable_until: AwareDatetime = Field(
        description="Credits may be reserved and used until then; what is left over expires."
    )
    credits_available: int
    credits_reserved: int = Field(description="They go on; one that is released expires as said.")
    links: str = Field(default="They go on serving candidates, and count nobody.")
