"""Files as systems export them, and what a company says of their columns."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

from shared.ats.csv_import.column import Column
from shared.ats.csv_import.importing import dry_run
from shared.ats.csv_import.mapping import Mapping
from shared.ats.csv_import.plan import Plan

NOW = datetime(2026, 4, 20, 3, tzinfo=UTC)
NAMES = ("応募ID", "氏名", "メールアドレス", "選考ステップ", "選考結果", "求人名", "不合格日")
MAPPING = Mapping(
    {
        Column.REFERENCE: "応募ID",
        Column.RESULT: "選考結果",
        Column.STAGE: "選考ステップ",
        Column.JOB: "求人名",
        Column.DAY: "不合格日",
    }
)


def applicant(
    reference: str = "A-001",
    result: str = "不合格",
    day: str = "2026/4/1",
    job: str = "営業",
    step: str = "一次面接",
) -> tuple[str, ...]:
    return (reference, "山田 花子", "hanako@example.jp", step, result, job, day)


def a_file(*rows: Sequence[str], names: Sequence[str] = NAMES, separator: str = ",") -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator).writerows([names, *rows])
    return written.getvalue()


def planned(*rows: Sequence[str], mapping: Mapping = MAPPING, names: Sequence[str] = NAMES) -> Plan:
    return dry_run(a_file(*rows, names=names).encode(), mapping, NOW)
