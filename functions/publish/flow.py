"""said by committing -> said aloud -> forgotten."""

from shared.domain.outbox import Said
from shared.ports.speaking import Outbox, Voice


def publish(said: Said, *, voice: Voice, outbox: Outbox) -> None:
    """At least once: readers dedupe by the fact's own id.

    Raises:
        Unavailable: nobody took it; it stays in the outbox and is offered again.
    """
    voice.say(said)
    outbox.forget(said)
