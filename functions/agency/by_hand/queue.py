"""/agency: what waits for somebody, the longest waiting first."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.counts import tally
from functions.agency.by_hand.kinds import KINDS, Kind, Row
from functions.agency.by_hand.room import done, shown, words
from shared import clock
from shared.domain.cause import CAUSES, cause
from shared.domain.tokyo import day as tokyo_day
from shared.pages.evidence import evidence
from shared.pages.when import day, moment
from shared.rooms import caller, language, may, routes
from shared.table.inboxes import Inboxes
from shared.table.keys import Inbox
from shared.wires import table

router = routes()
HERE: Final = "/agency"
FIRST: Final = 5
"""So many of each kind; the rest is on a page of its own."""
OF_A_PILE: Final = 3
"""So many held registrations of each cause."""
type Waiting = Mapping[Inbox, Sequence[Row]]


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    waiting = _waiting()
    piles = _piles(waiting[Inbox.HELD])
    first: Waiting = {name: rows[:FIRST] for name, rows in waiting.items()}
    first = {**first, Inbox.HELD: [row for _, rows in piles for row in rows[:OF_A_PILE]]}
    names = _names([row for rows in first.values() for row in rows])
    values = {
        "kinds": [_kind(kind, waiting[kind.inbox], first[kind.inbox], names) for kind in KINDS],
        "piles": [_pile(of, rows, names) for of, rows in piles],
        "of": {
            Inbox.RIGHTS: words(router, "rights")["wanted"],
            Inbox.COMPLAINTS: words(router, "complaints")["kinds"],
        },
        "may_judge": may(router, "agency:write"),
        "done": done(router, "queue"),
    }
    return shown(router, "queue", HERE, values)


def _waiting() -> Waiting:
    """One request a kind, all at once."""
    with ThreadPoolExecutor(len(KINDS)) as several:
        found = several.map(lambda kind: kind.read(), KINDS)
    return {kind.inbox: rows for kind, rows in zip(KINDS, found, strict=True)}


def _piles(held: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """By cause; an empty pile is none."""
    of = [(cause(row.held), row) for row in held if row.held]
    piles = [(name, [row for one, row in of if one == name]) for name in CAUSES]
    return [(name, rows) for name, rows in piles if rows]


def _names(rows: Sequence[Row]) -> Mapping[str, str]:
    """One request more, for what all kinds leave to be named."""
    who = {name for row in rows for name in row.who}
    came = {row.came for row in rows if row.came}
    companies = {row.company for row in rows if row.company}
    return Inboxes(table()).names(*map(sorted, (companies, who, came)))


def _kind(
    kind: Kind, rows: Sequence[Row], first: Sequence[Row], names: Mapping[str, str]
) -> dict[str, Any]:
    name = str(kind.inbox)
    return {"name": name, "all": kind.all, "rows": _shown(first, names), "tally": tally(len(rows))}


def _pile(of: str, rows: Sequence[Row], names: Mapping[str, str]) -> dict[str, Any]:
    first = _shown(rows[:OF_A_PILE], names)
    return {"cause": of, "rows": first, "tally": tally(len(rows)), "more": len(rows) > len(first)}


def _called(row: Row, names: Mapping[str, str]) -> list[str]:
    """Empty of whom we forgot."""
    ids = [*row.who, *([row.came] if row.came else [])]
    return [names.get(one, "") for one in ids] or ([] if row.of else [row.name])


def _shown(rows: Sequence[Row], names: Mapping[str, str]) -> list[dict[str, Any]]:
    now, locale = clock.now(), language(router)
    return [
        {
            "href": row.href,
            "names": _called(row, names),
            "company": names.get(row.company),
            "said": row.said,
            "of": row.of,
            "amount": f"{row.amount:+d}" if row.amount else None,
            "signals": evidence(row.held, locale) if row.held else [],
            "at": _when(row),
            "is_late": _is_over(row.at, now),
        }
        for row in rows
    ]


def _is_over(at: datetime | date | None, now: datetime) -> bool:
    """A day is over once it has passed."""
    if at is None:
        return False
    return at < now if isinstance(at, datetime) else at < tokyo_day(now)


def _when(row: Row) -> str | None:
    match row.at:
        case None:
            return None
        case datetime():
            return moment(row.at, language(router))
    return day(row.at, language(router))
