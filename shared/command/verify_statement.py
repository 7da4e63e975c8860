"""Work a downloaded ledger out again, offline: exit 0, 1 where something is wrong, 2 unreadable."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from shared.command.act import Act
from shared.command.lines import WrongEntryError
from shared.command.reading import Part, UnreadableError, parsed, whole
from shared.domain.proof import first_fault
from shared.domain.statement import Statement

STANDARD_INPUT: Final = "standard input"
SAYS: Final = "check a ledger downloaded from /v1/ledger/statement, offline"


def _asks(parser: ArgumentParser) -> None:
    words = "the statement, or its parts in order; - is standard input"
    parser.add_argument("files", metavar="FILE", nargs="+", help=words)


def _part(name: str) -> Part:
    try:
        return parsed(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes())
    except OSError as why:
        raise UnreadableError(f"cannot be read: {why.strerror}") from why


def _read(names: list[str]) -> Statement:
    parts = list[Part]()
    for name in names:
        try:
            parts.append(_part(name))
        except UnreadableError as why:
            raise UnreadableError(f"{STANDARD_INPUT if name == '-' else name} {why}") from why
    return whole(parts)


def verify(said: Namespace) -> int:
    try:
        statement = _read(said.files)
    except UnreadableError as why:
        print(f"not checked: {why}", file=sys.stderr)
        return 2
    except WrongEntryError as why:
        print(f"WRONG {why}")
        return 1
    if fault := first_fault(statement):
        print(f"WRONG {fault}")
        return 1
    print(_summary(statement))
    return 0


def _summary(statement: Statement) -> str:
    of = statement.balances
    return "\n".join(
        (
            f"OK {statement.company_id}: {len(statement.entries)} entries, as of {statement.as_of}",
            f"counted {of['net']}, milestones {of['milestones']}, toward next {of['toward_next']},"
            f" carried deficit {of['deficit']}",
            f"credits: available {of['available']}, reserved {of['reserved_now']},"
            f" consumed {of['consumed']}, expired {of['expired']}, voided {of['voided']}",
            f"last hash {statement.hash}",
        )
    )


ACT: Final = Act("verify-statement", SAYS, _asks, verify)
