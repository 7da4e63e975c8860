"""What somebody sends who signs in."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shared.contracts.candidate import Email, VerificationRequest, half_width
from shared.contracts.wire import Answer
from shared.domain.locale import Locale


class SignInRequest(BaseModel):
    """Unknown fields are ignored, not kept."""

    model_config = ConfigDict(frozen=True)

    email: Email
    back: Annotated[str, Field(max_length=1000)] | None = None


class SignInAccepted(Answer):
    """The same for an address nobody has here."""

    sign_in_id: str
    status: Literal["verification_sent"] = "verification_sent"


SignInId = Annotated[str, Field(pattern=r"^sin_[0-9A-HJKMNP-TV-Z]{26}$")]


class ResendRequest(BaseModel):
    model_config = ConfigDict(frozen=True)

    sign_in_id: SignInId


class CodeGiven(VerificationRequest):
    sign_in_id: SignInId


class SignedIn(Answer):
    """`next` is the page to go to; the session is the cookie's."""

    next: str
    status: Literal["signed_in"] = "signed_in"


def _typed(value: Any) -> Any:
    return re.sub(r"[\s\-‐ー−]", "", half_width(value)) if isinstance(value, str) else value


class SecondCodeGiven(BaseModel):
    """Six digits of a device, or a recovery code. `sealed`: the secret that is enrolled by it."""

    model_config = ConfigDict(frozen=True)

    code: Annotated[str, BeforeValidator(_typed), Field(pattern=r"^([0-9]{6}|[A-Za-z0-9]{10})$")]
    sealed: Annotated[str, Field(max_length=2000)] | None = None


class SeatChosen(BaseModel):
    """One of the session's, by its number in the list."""

    model_config = ConfigDict(frozen=True)

    seat: Annotated[int, Field(ge=0, le=200)]


class LocaleChosen(BaseModel):
    model_config = ConfigDict(frozen=True)

    locale: Locale
