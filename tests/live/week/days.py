"""The week's days, and its hours: the last ones of the agency's licence. All of it lies ahead."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from infra.stage import MADE_UP
from shared.domain.tokyo import TOKYO

LAST: Final = MADE_UP.licence_until
"""The licence's last day. What happens in the week, happens in its month."""
WEEK: Final = [LAST - timedelta(days=n) for n in (6, 5, 4, 3, 0, -1)]
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, MONDAY, AFTER = WEEK
"""As they fall in 2031. `AFTER`: the first day nobody may be registered."""
MONTH: Final = f"{LAST:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Days:
    """`file` is what shared.clock reads, in every function and here."""

    file: Path

    def turn(self, on: date, hour: int, minute: int = 0) -> None:
        """Forward alone; from there on it goes by itself."""
        then = datetime.combine(on, time(hour, minute), TOKYO)
        half = self.file.with_suffix(".half")
        half.write_text(str((then - datetime.now(UTC)).total_seconds()), encoding="ascii")
        half.replace(self.file)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Afterwards it is what it is."""
        try:
            yield
        finally:
            self.file.unlink(missing_ok=True)
