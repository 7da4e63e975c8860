"""What hires cost a company, by its own word."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from shared.contracts.said import unsaid
from shared.contracts.wire import Body
from shared.domain.saving import Channel, Cost, OwnCosts

Hires = Annotated[int, Field(strict=True, ge=0, le=10_000)]
Each = Annotated[int, Field(strict=True, ge=0, le=100_000_000)]


class ChannelCost(Body):
    hires: Hires = 0
    each_jpy: Each = 0


class CostsRequest(Body):
    """Of a year without the relay."""

    agency: ChannelCost = ChannelCost()
    media: ChannelCost = ChannelCost()
    scout: ChannelCost = ChannelCost()
    referral: ChannelCost = ChannelCost()
    other: ChannelCost = ChannelCost()

    @model_validator(mode="after")
    def _some_hire(self) -> Self:
        if not any(getattr(self, channel).hires for channel in Channel):
            raise unsaid("say how many people you hire", "agency.hires")
        return self

    def costs(self) -> OwnCosts:
        found = [(channel, getattr(self, channel)) for channel in Channel]
        return OwnCosts(tuple(Cost(c, said.hires, said.each_jpy) for c, said in found))
