from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, query, routes, shown, start
from shared import programs, request, web
from shared.company.reading import Part, part
from shared.contracts.ledger_file import StatementAnswer
from shared.domain.entry import Entry
from shared.domain.errors import InvalidRequest
from shared.downloads import dated, saved, spreadsheet
from shared.pages.ledger import by_month, job_of, ledger_sheet, told
from shared.pages.when import day
from shared.table import keys
from shared.table.ledgers import Ledgers
from shared.table.standings import Standings
from shared.wires import table

router = routes()
HERE: Final = "/console/ledger"
PAGE: Final = 60
FILE: Final = 5_000
"""Entries in one file, as under /v1."""
READS: Final = "credits:read"


@router.get(HERE)
def page() -> Response[str]:
    """Newest first."""
    owner, head = Standings(table()).of(company(router, READS))
    after = start(router, keys.ENTRY_PREFIX)
    found, following = Ledgers(table()).newest(owner.company_id, limit=PAGE, after=after)
    entries = [entry for entry in found if entry.seq <= head.seq]
    values = {
        "head": head,
        "as_of": day(head.sealed_on, language(router)) if head.sealed_on else None,
        "months": list(_months(entries)),
        "following": programs.cursor(following),
        "is_later": after is not None,
        "parts": range(1, max(head.seq - 1, 0) // FILE + 2),
    }
    return shown(router, "ledger", HERE, values, place=owner.name)


def _months(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    for name, group in by_month(entries, language(router)):
        yield name, [_row(entry) for entry in group]


def _row(entry: Entry) -> Mapping[str, Any]:
    said = told(entry, language(router))
    return {
        "entry": entry,
        "kind": said.kind,
        "text": said.text,
        "on": day(entry.recorded_on, language(router)),
        "job": job_of(entry),
    }


def _file() -> Part:
    """Part 1, 2, .. of the whole. Raises InvalidRequest."""
    said = query(router).get("part") or "1"
    if not (said.isascii() and said.isdigit() and 0 < int(said) < 10_000):
        raise InvalidRequest("part is a number", {"part": "malformed"})
    company_id = company(router, READS)
    after = keys.entry(company_id, (int(said) - 1) * FILE).sk if int(said) > 1 else None
    return part(company_id, limit=FILE, after=after, statements=Ledgers(table()))


@router.get(f"{HERE}/csv")
def csv() -> Response[str]:
    found = _file()
    text = ledger_sheet(found.entries, found.head.sealed_on, language(router))
    return spreadsheet(dated("ledger", found.head.sealed_on), text)


@router.get(f"{HERE}/statement")
def statement() -> Response[str]:
    """What `career-relay verify-statement` checks."""
    found = _file()
    answer = StatementAnswer.of(found.head, found.entries, programs.cursor(found.following))
    name = saved(f"{dated('statement', found.head.sealed_on)}.json")
    headers = {**web.SAFE, **name}
    return Response(200, request.JSON, answer.model_dump_json(), headers=headers)
