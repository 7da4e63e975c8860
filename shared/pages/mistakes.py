"""What to say beside a field that did not read: which field, what to do."""

from collections.abc import Mapping
from typing import Any, Final

FIELDS: Final = (
    "full_name",
    "email",
    "desired_occupation",
    "desired_location",
    "phone",
    "consents.core",
)
WISHES: Final = frozenset({"desired_occupation", "desired_location", "phone"})


def sentences(errors: Mapping[str, str], said: Mapping[str, Any]) -> dict[str, str]:
    """A sentence per field, in the order of the form. Fields the form does not show say nothing."""
    return {name: _sentence(name, errors[name], said) for name in FIELDS if name in errors}


def _sentence(name: str, code: str, said: Mapping[str, Any]) -> str:
    return str(said.get(f"{name}-{code}") or said.get(code) or said["malformed"])


def of_code(error: str | None, tries_left: int | None, said: Mapping[str, Any]) -> dict[str, str]:
    """The sentence under the code's field, with the tries that are left."""
    if error is None:
        return {}
    text = str(said.get(error) or said["code_malformed"])
    if tries_left is not None:
        text += str(said["tries_left"]).format(n=tries_left)
    return {"code": text}
