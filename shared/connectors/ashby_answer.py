"""What Ashby says with 200: `{success, errors: [code], errorInfo: {code, message}}` [C].

Messages are not read: they may name somebody. The codes of what is not found: [?].
"""

from typing import Any

from shared.connectors.reading import inside
from shared.domain.polled import Written
from shared.domain.trouble import Trouble, Why


def said(body: Any) -> Written | Trouble:
    match inside(body, "success"):
        case True:
            return Written()
        case False:
            return Trouble(_why(_codes(body)), "answered that it did not succeed")
        case _:
            return Trouble(Why.UNREADABLE, "the answer says nothing of success")


def _codes(body: Any) -> str:
    errors = inside(body, "errors")
    told = [
        *(errors if isinstance(errors, list) else []),
        inside(inside(body, "errorInfo"), "code"),
    ]
    return " ".join(code.lower() for code in told if isinstance(code, str))


def _why(codes: str) -> Why:
    if "permission" in codes or "unauthorized" in codes:
        return Why.FORBIDDEN
    if "not_found" in codes and "field" not in codes:
        return Why.GONE
    return Why.REFUSED
