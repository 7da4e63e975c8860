"""Domains that hand out addresses to throw away: a list others keep up to date."""

from disposable_email_domains import blocklist


def is_disposable(domain: str) -> bool:
    """The domain itself, or one it lies under."""
    parts = domain.split(".")
    return any(".".join(parts[n:]) in blocklist for n in range(len(parts) - 1))
