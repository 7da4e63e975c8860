"""What several bodies say in the same way: lines and stories, days, yen, a thing acknowledged."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    StrictBool,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from shared.domain.millisecond import to_the_millisecond


def _iso_day(value: Any) -> Any:
    """pydantic would take a number of seconds for a day, too."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("malformed", "YYYY-MM-DD")
    if not isinstance(value, str | date | None):
        raise PydanticCustomError("malformed", "YYYY-MM-DD")
    return value


def _yes(value: bool) -> bool:
    if not value:
        raise PydanticCustomError("needed", "needed")
    return value


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Story = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Day = Annotated[date, BeforeValidator(_iso_day)]
Yen = Annotated[int, Field(strict=True, ge=1, le=1_000_000_000)]
Acknowledged = Annotated[StrictBool, AfterValidator(_yes)]

Moment = Annotated[AwareDatetime, AfterValidator(to_the_millisecond)]


def missing() -> PydanticCustomError:
    return PydanticCustomError("missing", "needed here")


def unfit(why: str) -> PydanticCustomError:
    return PydanticCustomError("malformed", "{why}", {"why": why})


def unsaid(why: str, *fields: str) -> PydanticCustomError:
    """One of these at least is needed."""
    return PydanticCustomError("missing", "{why}", {"why": why, "fields": [*fields]})


def at_odds(why: str, *fields: str) -> PydanticCustomError:
    """Each may be right; together they are not."""
    return PydanticCustomError("malformed", "{why}", {"why": why, "fields": [*fields]})
