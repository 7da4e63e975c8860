"""What to say beside a field that did not read."""

from collections.abc import Callable, Mapping
from typing import Any


def mistakes(
    errors: Mapping[str, str],
    said: Mapping[str, Any],
    name: Callable[[str], str] = lambda path: path,
) -> dict[str, str]:
    """A sentence per field: its own, or that of its code."""
    found = {name(path): code for path, code in errors.items()}
    return {
        field: str(said.get(f"{field}-{code}") or said.get(code) or said["malformed"])
        for field, code in found.items()
    }
