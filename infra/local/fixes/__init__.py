"""What ministack 1.5.33 does otherwise than AWS, mended: one module a fix, one canary test each.

A canary fails when the engine no longer needs its fix; then both go.
"""

from pathlib import Path

from infra.local.fixes import (
    aws_own_key,
    bucket_defaults,
    calls,
    crowd,
    dkim,
    drain,
    interpreter,
    items,
    loopback,
    mails,
    maths,
    null_body,
    orphans,
    patience,
    positions,
    queues,
    records,
    saving,
    sealing,
    secret_names,
    sender,
    streams,
    telling,
    uncounted,
    unpacked,
)
from infra.local.journal import Journal


def install(journal: Journal, *, lambda_python: Path, unpack_into: Path) -> None:
    """Mend the engine in this process: once, after its environment is set, before it starts."""
    items.install(journal)
    queues.install(journal)
    calls.install(journal)
    mails.install(journal)
    saving.install()
    positions.install()
    streams.install()
    patience.install()
    null_body.install()
    secret_names.install()
    sender.install()
    dkim.install()
    records.install()
    maths.install()
    bucket_defaults.install()
    aws_own_key.install()
    sealing.install()
    loopback.install()
    drain.install()
    telling.install()
    crowd.install()
    interpreter.install(lambda_python)
    orphans.install()
    uncounted.install()
    unpacked.install(unpack_into)
