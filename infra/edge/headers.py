"""What an answer says to browsers, whoever plays the edge."""

from typing import Final

NOSNIFF: Final = "nosniff"
REFERRER: Final = "no-referrer"
FRAMES: Final = "DENY"
STATIC_POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
"""Pages bring their own (shared.pages.csp); a file may do nothing at all."""

ON_STATIC_FILES: Final = {
    "X-Content-Type-Options": NOSNIFF,
    "Referrer-Policy": REFERRER,
    "X-Frame-Options": FRAMES,
    "Content-Security-Policy": STATIC_POLICY,
}
"""HTTPS brings Strict-Transport-Security beside these; on plain http it would say nothing."""
