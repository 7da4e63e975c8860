"""When it is, in the story: so many days ago, at this hour of Tokyo's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from shared.domain.tokyo import TOKYO


@dataclass(frozen=True, slots=True)
class Hours:
    """`file` is what shared.clock reads, here and in every function."""

    file: Path

    @contextmanager
    def told(self) -> Iterator[None]:
        """Afterwards it is what it is."""
        try:
            yield
        finally:
            self.file.unlink(missing_ok=True)

    def turn(self, ago: int, hour: int) -> None:
        """Never beyond now: the last day of the story is today, as late as it is."""
        here = datetime.now(UTC)
        on = here.astimezone(TOKYO).date() - timedelta(days=ago)
        then = min(datetime.combine(on, time(hour), TOKYO), here)
        half = self.file.with_suffix(".half")
        half.write_text(str((then - here).total_seconds()), encoding="ascii")
        half.replace(self.file)
