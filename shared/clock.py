"""What time it is. On AWS the machine's own; on one's own machine a file may shift it."""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.settings import CLOCK_FILE


def now() -> datetime:
    """Asked anew each time: what a demo shifts is shifted for whoever runs already."""
    return datetime.now(UTC) + _shift(os.environ.get(CLOCK_FILE))


def _shift(file: str | None) -> timedelta:
    """As many seconds as `file` says; none where none is named, or nobody wrote it."""
    if file:
        with suppress(FileNotFoundError):
            return timedelta(seconds=float(Path(file).read_text(encoding="ascii")))
    return timedelta()
