"""What a page may do: show its own style and icons, and post back to us."""

from base64 import b64encode
from functools import cache
from hashlib import sha256

from shared.pages.style import style


@cache
def policy() -> str:
    digest = b64encode(sha256(style().encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{digest}'",
            "img-src 'self' data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


INSIDE = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""For who signed in: style sheets and scripts are files of ours, none is in the page."""


def posting_to(origin: str) -> str:
    """The same, for a page with a form that a bucket of ours takes in."""
    return INSIDE.replace("form-action 'self'", f"form-action 'self' {origin}")
