"""One row for a reference: the later one."""

from collections.abc import Iterable

from shared.ats.csv_import.row import Row


def latest(rows: Iterable[Row]) -> list[Row]:
    """In the file's order. Where one of two has no time, the lower one is the later."""
    kept: dict[str, Row] = {}
    for row in rows:
        before = kept.get(row.reference)
        kept[row.reference] = row if before is None else _later(before, row)
    return sorted(kept.values(), key=lambda row: row.line)


def _later(upper: Row, lower: Row) -> Row:
    return upper if upper.at and lower.at and upper.at > lower.at else lower
