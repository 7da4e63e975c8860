"""`career-relay verify-statement`: what is right, what is wrong, what is no statement at all."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from shared.command.__main__ import main
from tests.support.ledger_life import eventful, stated, written

SAID = stated(eventful().statement())
ENTRY = SAID["entries"][6]


class Typing:
    """A person at a prompt, in a folder with files."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch

    def file(self, said: Any, name: str = "statement.json") -> Path:
        there = self.folder / name
        there.write_bytes(said if isinstance(said, bytes) else written(said))
        return there

    def __call__(self, *files: object) -> int:
        words = ["career-relay", "verify-statement", *map(str, files)]
        self.monkeypatch.setattr(sys, "argv", words)
        return main()


@pytest.fixture
def typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typing:
    return Typing(tmp_path, monkeypatch)


def test_a_good_statement_is_summed_up(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    assert typing(typing.file(SAID)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "OK co_acme: 34 entries, as of 2026-03-04",
        "counted 45, milestones 4, toward next 5, carried deficit 0",
        "credits: available 1, reserved 2, consumed 1, expired 1, voided 1",
        f"last hash {SAID['hash']}",
    ]


def test_the_first_wrong_entry_is_named_with_what_it_should_be(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [dict(entry) for entry in SAID["entries"]]
    entries[6]["amount"] += 1
    assert typing(typing.file({**SAID, "entries": entries})) == 1
    told = capsys.readouterr().out
    assert told.startswith(
        f"WRONG entry 7 of 34 ({ENTRY['entry_id']}): hash is {ENTRY['hash']}, should"
    )


def test_a_statement_comes_in_at_the_dash(
    typing: Typing, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(written(SAID))))
    assert typing("-") == 0
    assert capsys.readouterr().out.startswith("OK co_acme: 34 entries")


def test_what_comes_in_and_is_no_statement_is_called_standard_input(
    typing: Typing, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"{")))
    assert typing("-") == 2
    assert capsys.readouterr().err == "not checked: standard input is not JSON\n"


def test_parts_in_order_are_one_statement(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first was read before the ledger moved on."""
    cut = SAID["entries"][:5], SAID["entries"][5:]
    earlier = {"seq": 9, "hash": "0" * 64, "balances": {}, "next_cursor": "x"}
    first = typing.file({**SAID, **earlier, "entries": cut[0]}, "1.json")
    second = typing.file({**SAID, "entries": cut[1]}, "2.json")
    assert typing(first, second) == 0
    assert capsys.readouterr().out.startswith("OK co_acme: 34 entries")
    assert typing(second) == 1
    assert capsys.readouterr().out.startswith("WRONG entry 1 of 29 ")
    for files in ((first,), (second, second)):
        assert typing(*files) == 2


BAD: dict[str, Any] = {
    "nothing at all": b"",
    "no JSON": b"{",
    "not UTF-8": b'{"format": "\xff"}',
    "a list": [],
    "endless brackets": b"[" * 100_000,
    "a number that is none": written(SAID).replace(b'"threshold": 10', b'"threshold": NaN'),
    "a name said twice": b'{"format": "career-relay-statement", ' + written(SAID)[1:],
    "another format": {**SAID, "format": "career-relay-ledger"},
    "another version": {**SAID, "version": 2},
    "a version in words": {**SAID, "version": "1"},
    "a version that is no number": {**SAID, "version": True},
    "a word nobody knows": {**SAID, "note": ""},
    "a word too few": {name: said for name, said in SAID.items() if name != "balances"},
    "entries that are no list": {**SAID, "entries": {}},
    "a balance that is no number": {**SAID, "balances": {"counted": 1.0}},
    "a balance that is true": {**SAID, "balances": {"counted": True}},
    "a balance that clears the screen": {**SAID, "balances": {"\x1b[2J": 1}},
    "a day in another style": {**SAID, "as_of": "20260304"},
    "a cursor that is none": {**SAID, "next_cursor": 3},
    "a threshold in words": {**SAID, "threshold": "10"},
}


@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_statement_is_told_in_one_sentence(
    bad: str, typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typing(typing.file(BAD[bad])) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("not checked: ") and told.err.count("\n") == 1
    assert "\x1b" not in told.err


@pytest.mark.parametrize(
    ("name", "said", "why"),
    [
        ("amount", "1", "amount is not a whole number"),
        ("amount", True, "amount is not a whole number"),
        ("amount", 1.0, "amount is not a whole number"),
        ("kind", "gift", "kind 'gift' is not known"),
        ("recorded_on", "2026-3-2", "recorded_on is not a day"),
        ("occurred_on", "20260302", "occurred_on is not a day"),
        ("entry_id", "\ud800", "entry_id is not text"),
        ("entry_id", "\x1b[2J", "entry_id is not text"),
        ("note", "", "'note' is not known"),
    ],
)
def test_an_entry_that_is_none_is_named_and_wrong(
    name: str, said: Any, why: str, typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [*SAID["entries"]]
    entries[6] = {**ENTRY, name: said}
    raw = json.dumps({**SAID, "entries": entries}).encode()
    assert typing(typing.file(raw)) == 1
    told = capsys.readouterr().out
    assert told.startswith("WRONG entry 7 of its file (") and why in told
    assert "\x1b" not in told


def test_a_file_that_is_not_there_is_told(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typing("/nowhere/statement.json") == 2
    told = capsys.readouterr().err
    assert (
        told == "not checked: /nowhere/statement.json cannot be read: No such file or directory\n"
    )


def test_no_file_named_is_the_usage(typing: Typing) -> None:
    with pytest.raises(SystemExit) as left:
        typing()
    assert left.value.code == 2
