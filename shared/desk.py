"""Which scope the agency's desk asks for: looked at before what is asked, by its path alone.

Whoever may not ask is told so, and not what their question lacked. Each act asks for its own again.
"""

import re
from typing import Final

MANAGERS: Final = re.compile(
    r"GET /v1/agency/(members|registers/[^/]+)"
    r"|POST /v1/agency/rules"
    r"|POST /v1/agency/companies/[^/]+/(approve|refuse|suspend|resume)"
    r"|POST /v1/agency/adjustments/[^/]+/(approve|reject)"
)


def scope(method: str, path: str) -> str:
    if MANAGERS.fullmatch(f"{method} {path}"):
        return "agency:manage"
    return "agency:read" if method == "GET" else "agency:write"
