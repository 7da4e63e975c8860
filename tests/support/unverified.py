"""An account whose mails SES refuses, for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.live import Live


@contextmanager
def nothing_verified(live: Live) -> Iterator[None]:
    """The engine keeps an identity for each of SES's two APIs; the newer one is given it back."""
    ses, sesv2 = live.clients.client("ses"), live.clients.client("sesv2")
    [known] = sesv2.list_email_identities()["EmailIdentities"]
    identity = known["IdentityName"]
    ses.delete_identity(Identity=identity)
    sesv2.delete_email_identity(EmailIdentity=identity)
    try:
        yield
    finally:
        sesv2.create_email_identity(EmailIdentity=identity)
