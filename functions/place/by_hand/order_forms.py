"""Forms about a job order: what their page showed, and why an act on it was refused."""

from collections.abc import Mapping

from shared.domain.errors import RelayError
from shared.forms import number


def seen(said: Mapping[str, str]) -> int:
    """The version of what was read, which a form carries; one without it has seen nothing."""
    found = number(said.get("seen", ""))
    return found if isinstance(found, int) else -1


def why(refused: RelayError, said: Mapping[str, str]) -> str:
    """Why an act was refused: of the code and what there is by now, or of the code."""
    state = refused.extra().get("state", "")
    return said.get(f"{refused.code}-{state}") or said.get(refused.code) or said["state_forbids"]
