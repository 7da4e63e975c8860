"""What the agency adds to the registers."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from shared.contracts.said import unsaid
from shared.contracts.wire import Answer, Body
from shared.domain.dealing import Stay

Line = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
Yen = Annotated[int, Field(strict=True, ge=0, le=100_000_000)]


class Amendment(Body):
    """What is left out stays as it is."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if all(value is None for _, value in self):
            raise unsaid("say what to add", *type(self).model_fields)
        return self


class SeekerAmended(Amendment):
    address: Line | None = None
    born_on: date | None = None
    remark: Line | None = None


class EmployerAmended(Amendment):
    address: Line | None = None
    phone: Annotated[str, Field(pattern=r"^[0-9+()\- ]{5,30}$")] | None = None


class FeeAmended(Amendment):
    collected_on: date | None = Field(None, description="徴収年月日.")
    refund_jpy: Yen | None = Field(None, description="返戻金.")
    stay: Stay | None = Field(None, description="Six months after joining, as somebody asked.")
    remark: Line | None = None


class Amended(Answer):
    status: str = "amended"
