"""What has to outlive a `kill -9`: one SQLite file, written before anything is answered."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Journal:
    """Each fix keeps a table of its own here. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._lock = threading.RLock()
        self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")

    def write(self, statement: str, *values: Any) -> None:
        with self._lock:
            self._db.execute(statement, values)

    def rows(self, statement: str, *values: Any) -> list[Any]:
        with self._lock:
            return self._db.execute(statement, values).fetchall()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All writes of the block, or none of them."""
        with self._lock:
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("COMMIT")

    def close(self) -> None:
        with self._lock:
            self._db.close()
