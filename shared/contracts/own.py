"""What a candidate sends from their own page; hidden fields of the form are ignored."""

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from shared.contracts.candidate import Email, Name, Phone, Wish, not_blank

ERASE: Final = frozenset({"削除", "削除する", "erase"})


class _Typed(BaseModel):
    model_config = ConfigDict(frozen=True)


class DetailsTyped(_Typed):
    full_name: Name
    phone: Phone = None
    desired_occupation: Wish = None
    desired_location: Wish = None


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


class CompanyTyped(_Typed):
    """A company they do not want to be shown to, as they write its name."""

    company: Annotated[
        str, BeforeValidator(_one_line), AfterValidator(not_blank), Field(max_length=120)
    ]


class AddressTyped(_Typed):
    email: Email


def _ticked(value: Any) -> Any:
    return value in {"on", "true", "1", True}


Ticked = Annotated[bool, BeforeValidator(_ticked)]


class ConsentsTyped(_Typed):
    """The whole of the optional ones: what is not ticked is taken back."""

    news: Ticked = False
    statistics: Ticked = False
    ai_matching: Ticked = False

    @classmethod
    def sent(cls, typed: Any) -> Mapping[str, Any]:
        """They stand under `consents`, as in the form of a registration."""
        found = typed.get("consents", {}) if isinstance(typed, dict) else {}
        return found if isinstance(found, dict) else {}


def _meant(value: Any) -> str:
    said = unicodedata.normalize("NFKC", value).strip().strip('「」"“”').casefold()
    if said not in ERASE:
        raise PydanticCustomError("needed" if said else "blank", "not confirmed")
    return said


class ErasureTyped(_Typed):
    """The word itself, in either language."""

    confirm: Annotated[str, AfterValidator(_meant), Field(max_length=40)] = Field(
        description="削除, or erase"
    )
