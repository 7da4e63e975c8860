"""Bytes become the same rows in every encoding, or are refused by name."""

import pytest

from shared.ats.csv_import.column import USUAL, Column, suggested
from shared.ats.csv_import.decode import LARGEST, decoded
from shared.ats.csv_import.flaw import SAID, Flaw
from shared.ats.csv_import.importing import Look, look
from shared.ats.csv_import.personal import may_be_read
from shared.ats.csv_import.records import MOST_COLUMNS, MOST_LINES, MOST_ROWS, Record, records
from shared.domain.errors import CsvRefused
from tests.unit.ats.csv_import.exports import NAMES, a_file, applicant

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932")


def why(raw: bytes) -> tuple[str, int | None]:
    with pytest.raises(CsvRefused) as refused:
        list(records(decoded(raw)))
    return refused.value.reason, refused.value.line


def test_every_flaw_has_a_sentence() -> None:
    assert set(SAID) == {*Flaw}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_is_itself_in_every_encoding(encoding: str) -> None:
    text = a_file(applicant(job="髙橋①営業"))
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("raw", "flaw"),
    [
        (b"PK\x03\x04rest", Flaw.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Flaw.SPREADSHEET),
        ("応募ID".encode("iso2022_jp"), Flaw.UNKNOWN_ENCODING),
        (b"\xff\xff\xff", Flaw.UNKNOWN_ENCODING),
        (b"a\0b\0\0\0", Flaw.UNKNOWN_ENCODING),
        (b"\xef\xbb\xbf" + "応募ID".encode("cp932"), Flaw.UNKNOWN_ENCODING),
        (b"\xff\xfea", Flaw.UNKNOWN_ENCODING),
        (b"\xff\xfe\x00\xd8", Flaw.UNKNOWN_ENCODING),
        (b"a" * (LARGEST + 1), Flaw.TOO_LARGE),
        (b"a\n" * (MOST_ROWS + 1), Flaw.TOO_MANY_ROWS),
        (b"a" + b"\n" * MOST_LINES + b"b", Flaw.TOO_MANY_ROWS),
        (b"a," * MOST_COLUMNS + b"a", Flaw.TOO_MANY_COLUMNS),
        (b'a,"b\nc,d\n', Flaw.BROKEN_QUOTES),
        (b"a" * 200_000, Flaw.BROKEN_QUOTES),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(raw: bytes, flaw: Flaw) -> None:
    assert why(raw)[0] == flaw


def test_a_broken_row_is_named_by_its_number() -> None:
    assert why(b'a,b\nc,d\n\n"e"f,g\n') == (Flaw.BROKEN_QUOTES, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_is_numbered_as_a_spreadsheet_numbers_it(end: str) -> None:
    text = end.join(('"a', 'b",c', "", " , ", "d,e"))
    assert list(records(text)) == [Record(1, (f"a{end}b", "c")), Record(4, ("d", "e"))] or end == ""


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_file_says_itself_what_separates_its_cells(separator: str) -> None:
    text = a_file(applicant(job="営業;東京,大阪;名古屋;福岡;札幌;仙台"), separator=separator)
    assert [len(record.cells) for record in records(text)] == [7, 7]


def test_a_look_finds_the_names_under_a_title_and_what_each_is_for() -> None:
    raw = ("応募者一覧\r\n出力日,2026/4/1\r\n\r\n" + a_file(applicant())).encode("cp932")
    assert look(raw) == Look(
        NAMES,
        {
            Column.REFERENCE: "応募ID",
            Column.RESULT: "選考結果",
            Column.STAGE: "選考ステップ",
            Column.JOB: "求人名",
            Column.DAY: "不合格日",
        },
    )


@pytest.mark.parametrize("raw", [b"", b"\n\n", b" , \n"])
def test_a_look_at_nothing_says_so(raw: bytes) -> None:
    with pytest.raises(CsvRefused) as refused:
        look(raw)
    assert refused.value.reason == Flaw.EMPTY


def test_a_look_never_shows_an_applicant_for_want_of_names() -> None:
    raw = "A-1,山田花子,hanako@example.jp,不合格\nA-2,鈴木一郎,ichiro@example.jp,辞退\n".encode()
    with pytest.raises(CsvRefused) as refused:
        look(raw)
    assert refused.value.reason == Flaw.NO_HEADER
    assert "山田" not in repr(refused.value) + str(refused.value.extra())


def test_of_an_encoding_we_do_not_know_no_name_is_made_up() -> None:
    with pytest.raises(CsvRefused) as refused:
        look(a_file(applicant()).encode("euc_jp"))
    assert refused.value.reason == Flaw.UNKNOWN_ENCODING


@pytest.mark.parametrize("column", Column)
def test_what_we_suggest_may_be_read(column: Column) -> None:
    for name in USUAL[column].split():
        assert may_be_read(column, name)
        assert suggested(["氏名", name])[column] == name
