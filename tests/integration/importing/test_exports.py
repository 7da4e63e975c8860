"""Exports as HRMOS, sonar and ジョブカン users have them, and what is left of people."""

import json
from collections.abc import Iterator

import pytest

from shared.ats.csv_import.wording import plain
from tests.support.file_imports import PERSONAL, Importing, a_file

HRMOS = (
    ("応募ID", "氏名", "メールアドレス", "求人名", "選考ステータス", "選考結果", "判定結果入力日"),
    (
        ("00012301", "山田 花子", "hanako@example.jp", "営業", "一次面接", "不合格", "2026/04/01"),
        ("00012302", "山田 太郎", "taro@example.jp", "営業", "書類選考", "選考辞退", "2026/04/02"),
    ),
)
SONAR = (
    ("応募者番号", "氏名", "フリガナ", "電話番号", "合否", "合否確定日", "備考"),
    (
        (
            "Ｓ－１０００１",
            "山田 花子",
            "ヤマダ ハナコ",
            "090-1234-5678",
            "お見送り",
            "令和８年４月１日",
            "面談後",
        ),
        ("Ｓ－１０００２", "髙橋 ①", "タカハシ", "03-1234-5678", "内定承諾", "R8.4.2(木)", ""),
    ),
)
JOBCAN = (
    ("応募者ID", "姓", "名", "選考フロー", "ステータス", "不採用日"),
    (
        ('="00042"', "山田", "花子", "最終面接", "不採用(通知済)", "2026-04-01 10:30"),
        ('="00043"', "山田", "次郎", "１次面接", "選考中", ""),
    ),
)
MEANS = {"不採用(通知済)": "company"}


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("export", [HRMOS, SONAR, JOBCAN], ids=["hrmos", "sonar", "jobcan"])
def test_an_export_is_understood_by_its_header_alone(
    company: Importing,
    export: tuple[tuple[str, ...], tuple[tuple[str, ...], ...]],
    encoding: str,
) -> None:
    names, rows = export
    name = company.sends(a_file(*rows, names=names, encoding=encoding))
    suggested = company.state(name)["file"]["suggested"]
    company.confirms(name, company.tries(name, columns=suggested, meanings=MEANS)["digest"])
    company.reads_on()
    assert company.state(name)["counts"]["company"] == 1
    [rejected] = [one for one in company.applications() if one.get("rejected_at")]
    assert rejected["rejected_at"].startswith(("2026-03-31T15:00", "2026-04-01T01:30"))


def test_nothing_of_the_people_in_a_file_is_left_anywhere(
    company: Importing, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables, answers given again, facts, logs, metrics, the bucket: their references neither."""
    names, rows = SONAR
    columns = {"reference": "応募者番号", "result": "合否", "day": "合否確定日"}
    company.imports(a_file(*rows, names=names, encoding="cp932"), columns=columns)
    dropped = company.sends(a_file(*rows, names=names))
    company.tries(dropped, columns=columns)
    company.asks("DELETE", f"/{dropped}")
    printed = capsys.readouterr()
    left = "\n".join([*everything(company), printed.out, printed.err])
    cells = {plain(cell) for row in rows for cell in (row[1], row[2], row[3], row[6]) if cell}
    assert not [said for said in {*cells, *PERSONAL, "ヤマダ", "090-1234"} if said in left]
    assert "S-10001" not in left and "Ｓ－１０００１" not in left
    [listed] = [
        company.files.client.get_object(Bucket=company.files.bucket, Key=key)
        for key in company.objects()
    ]
    assert [ref for ref, _ in json.loads(listed["Body"].read())] == ["S-10001"]


def everything(company: Importing) -> Iterator[str]:
    yield from (json.dumps(item, ensure_ascii=False, default=str) for item in company.items())
    yield from company.objects()
