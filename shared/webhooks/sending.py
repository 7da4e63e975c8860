"""Send a signed body to a webhook's URL, within its time, and hear what comes back."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import Final

from shared.domain.heard import Heard, Unanswered, Why
from shared.webhooks.attempt import Attempt
from shared.webhooks.pinned import Pinned
from shared.webhooks.reach import PUBLIC, Reach
from shared.webhooks.resolve import Resolver, checked, machine
from shared.webhooks.target import Target, target

LIMIT: Final = 15.0
"""Seconds for all of it: name, connection, answer. Standard Webhooks asks for 15 to 30."""


def trusting() -> ssl.SSLContext:
    """This machine's authorities, TLS 1.2 at least. Made once: reading them takes its time."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@dataclass(frozen=True, slots=True)
class Wire:
    """`resolver` and `reach` are others in tests alone."""

    trust: ssl.SSLContext
    resolver: Resolver = machine
    reach: Reach = PUBLIC
    limit: float = LIMIT


def sent(url: str, body: bytes, headers: Mapping[str, str], wire: Wire) -> Heard:
    """Never raises for anything the other side does, and never waits longer than the limit.

    Args:
        headers: shared.webhooks.signing's, of this very body.
    """
    to = target(url, wire.reach)
    if not isinstance(to, Target):
        return Unanswered(Why.ADDRESS)
    line = Pinned(to.host, to.port, wire.trust, wire.limit)
    lookup = partial(checked, to.host, to.port, wire.resolver, wire.reach)
    attempt = Attempt(line, lookup, to.path, body, headers)
    ended = _ended(attempt.run, wire.limit)
    heard = attempt.heard  # before it is cut off, which is no answer of theirs
    if not ended:
        line.abort()
    return heard


def _ended(work: Callable[[], None], seconds: float) -> bool:
    """A socket's own limit is for one read: a byte at a time would hold us for hours."""
    thread = Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()
