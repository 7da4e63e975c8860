"""What a file would do, shown as often as anybody likes: nothing is done by it."""

from collections.abc import Callable
from datetime import datetime

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.importing import dry_run, look
from shared.ats.csv_import.mapping import Mapping
from shared.ats.csv_import.meaning import Meaning
from shared.ats.csv_import.plan import Plan
from shared.ats.csv_import.words import words
from shared.contracts.file_import import FaultAnswer, FileAnswer, PlanAnswer, TryRequest
from shared.domain.file_import import FileImport, Told
from shared.domain.import_places import INCOMING
from shared.ports.importing import Files, Imports


def seen(raw: bytes) -> FileAnswer:
    """Raises CsvRefused."""
    found = look(raw)
    result = found.suggested.get(Column.RESULT)
    unknown = [one.word for one in words(raw, result or "") if one.means is Meaning.UNKNOWN]
    suggested = {column.value: name for column, name in found.suggested.items()}
    return FileAnswer.model_validate(
        {"columns": found.names, "suggested": suggested, "words": unknown}
    )


def tried(
    one: FileImport,
    asked: TryRequest,
    *,
    files: Files,
    written: Callable[[Plan], Imports],
    now: datetime,
) -> tuple[FileImport, Plan]:
    """Raises StateForbids, NotFound: no file came in, CsvRefused, Conflict."""
    columns = {str(column): name for column, name in asked.columns.items()}
    told = Told(columns, dict(asked.meanings), asked.everybody or "", "")
    after = one.tried(told, now)
    raw = files.read(INCOMING, one.connection_id, one.import_id)
    plan = planned(raw, told, now)
    kept = Told(told.columns, told.meanings, told.everybody, plan.digest)
    return written(plan).keep(after.tried(kept, now)), plan


def planned(raw: bytes, told: Told, now: datetime) -> Plan:
    """Raises CsvRefused."""
    columns = {Column(column): name for column, name in told.columns.items()}
    meanings = {word: Meaning(means) for word, means in told.meanings.items()}
    everybody = Meaning(told.everybody) if told.everybody else None
    return dry_run(raw, Mapping(columns, meanings, everybody), now)


def shown(plan: Plan) -> PlanAnswer:
    faults = [
        FaultAnswer.model_validate(
            {"line": fault.line, "column": fault.column, "reason": fault.reason}
        )
        for fault in plan.errors
    ]
    return PlanAnswer(
        digest=plan.digest,
        rows=len(plan.rows),
        counts=counted(plan),
        errors=faults,
        errors_in_all=plan.errors_in_all,
        unknown_lines=list(plan.unknown_lines),
        superseded=plan.superseded,
        left_alone=plan.let_be,
    )


def counted(plan: Plan) -> dict[str, int]:
    return {meaning.value: n for meaning, n in plan.counts.items()}
