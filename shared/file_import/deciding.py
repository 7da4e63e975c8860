"""A file that was tried is confirmed, by the digest of what was shown; or dropped."""

from collections.abc import Callable
from datetime import datetime

from shared.ats.csv_import.flaw import Flaw, refused
from shared.contracts.events import ImportWaits
from shared.domain.file_import import FileImport
from shared.domain.import_places import INCOMING, KEPT
from shared.file_import.trying import counted, planned
from shared.ports.importing import Files, Imports


def confirm(
    one: FileImport,
    digest: str,
    *,
    files: Files,
    written: Callable[[FileImport], Imports],
    now: datetime,
) -> FileImport:
    """These very bytes are put aside, and whoever reads them is told by the same commit.

    Raises:
        StateForbids, NotFound, CsvRefused, Conflict
    """
    if one.told is None or one.told.digest != digest:
        one.confirmed(0, {}, now)
        raise refused(Flaw.CHANGED)
    raw = files.read(INCOMING, one.connection_id, one.import_id)
    plan = planned(raw, one.told, now)
    plan.check(digest)
    after = one.confirmed(len(plan.rows), counted(plan), now)
    files.keep(KEPT, one.connection_id, one.import_id, raw)
    return written(after).keep(after, waits(after, now))


def drop(
    one: FileImport,
    *,
    files: Files,
    written: Callable[[FileImport], Imports],
    now: datetime,
) -> FileImport:
    """Raises StateForbids: it is being read, or over; Conflict."""
    after = one.dropped(now)
    kept = written(after).keep(after)
    files.drop(one.connection_id, one.import_id)
    return kept


def waits(one: FileImport, now: datetime) -> ImportWaits:
    """Said once for each row it is to be read on from."""
    return ImportWaits(
        event_id=f"import:{one.import_id}:{one.gone_over}",
        occurred_at=now,
        company_id=one.company_id,
        connection_id=one.connection_id,
        import_id=one.import_id,
        gone_over=one.gone_over,
    )
