"""What a candidate's page may do: show its own style and icons, and post back to us. No scripts."""

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
