"""What a candidate sends."""

import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from shared.contracts.wire import Answer
from shared.domain.locale import Locale

EMAIL = (
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$"
)

_TICKED = {"true", "1", "on"}


def half_width(value: Any) -> Any:
    """An address or number typed on a Japanese keyboard is the same one."""
    return unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else value


def empty_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "blank")
    return value


def _agreed(value: bool) -> bool:
    if value is not True:
        raise PydanticCustomError("needed", "needed")
    return value


Email = Annotated[str, BeforeValidator(half_width), Field(pattern=EMAIL, max_length=254)]
Name = Annotated[str, AfterValidator(not_blank), Field(min_length=1, max_length=120)]
Wish = Annotated[Annotated[str, Field(max_length=100)] | None, BeforeValidator(empty_is_none)]
Phone = Annotated[
    Annotated[str, Field(pattern=r"^\+?[0-9][0-9() -]{5,28}$")] | None,
    BeforeValidator(lambda v: empty_is_none(half_width(v))),
]


class ConsentsGiven(BaseModel):
    """Only the core one is needed. What is not said was not agreed to."""

    model_config = ConfigDict(frozen=True, strict=True)

    core: Annotated[bool, AfterValidator(_agreed)]
    news: bool = False
    statistics: bool = False
    ai_matching: bool = False


class RegistrationRequest(BaseModel):
    """A candidate asks to be supported. Kept as typed; unknown fields are ignored, not kept."""

    model_config = ConfigDict(frozen=True)

    email: Email
    full_name: Name
    consents: ConsentsGiven
    locale: Locale | None = None
    phone: Phone = None
    desired_occupation: Wish = None
    desired_location: Wish = None
    paid: Annotated[bool, BeforeValidator(lambda v: str(v).lower() in _TICKED)] = Field(
        default=False, description="An advertisement led to the form."
    )


class RegistrationAccepted(Answer):
    """The same for somebody new and for somebody known."""

    registration_id: str
    status: Literal["verification_sent"] = "verification_sent"


class VerificationRequest(BaseModel):
    """The code as typed: spaces, hyphens and full-width digits are the same code."""

    model_config = ConfigDict(frozen=True)

    code: Annotated[
        str,
        BeforeValidator(
            lambda v: re.sub(r"[\s\-‐ー−]", "", half_width(v)) if isinstance(v, str) else v
        ),
        Field(pattern=r"^[0-9]{6}$"),
    ]


class Verified(Answer):
    """The same for everybody, counted or not."""

    status: Literal["registered"] = "registered"
