"""What an import would do, shown before it is done; and the digest by which it is the same one."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from shared.ats.csv_import.fault import Fault
from shared.ats.csv_import.flaw import Flaw, refused
from shared.ats.csv_import.meaning import Meaning
from shared.ats.csv_import.row import Row


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Args:
        rows: what would be taken, in the file's order; none of it where there is one error.
        errors: the first of them.
        errors_in_all: how many there are.
        counts: references by what they mean; the ignored and the unknown are left alone.
        unknown_lines: the first rows whose result says nothing to us.
        superseded: rows of a reference that a later row speaks of again.
        let_be: rows that are left alone and are not in order besides.
    """

    rows: tuple[Row, ...]
    errors: tuple[Fault, ...]
    errors_in_all: int
    counts: Mapping[Meaning, int]
    unknown_lines: tuple[int, ...]
    superseded: int
    let_be: int

    @property
    def digest(self) -> str:
        """SHA-256 over the rows as JSON, in their order; lines and encodings may differ."""
        said = [
            (row.reference, row.meaning, row.stage, row.job, row.at and row.at.isoformat())
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps(["v1", *said]).encode()).hexdigest()

    def check(self, digest: str) -> None:
        """Raises CsvRefused: this is not to be done."""
        if self.errors_in_all:
            raise refused(Flaw.ROWS_WRONG, self.errors[0].line)
        if not self.rows:
            raise refused(Flaw.NOTHING_TO_DO)
        if not self.is_what_was_shown(digest):
            raise refused(Flaw.CHANGED)

    def is_what_was_shown(self, digest: str) -> bool:
        """Never of a plan with errors, nor of one that does nothing."""
        same = hmac.compare_digest(self.digest.encode(), digest.encode("utf-8", "replace"))
        return bool(self.rows) and not self.errors_in_all and same
