"""/agency/companies/<id>/ledger: every entry in words, the newest first."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import shown
from shared import programs
from shared.domain.entry import Entry
from shared.domain.ids import CompanyId, JobOrderId
from shared.pages.ledger import by_month, job_of, told
from shared.pages.when import day
from shared.rooms import caller, language, routes, start
from shared.table import keys
from shared.table.ledgers import Ledgers
from shared.table.own_names import OwnNames
from shared.table.standings import Standings
from shared.wires import table

router = routes()
HERE: Final = f"{LIST}/<company_id>/ledger"
PAGE: Final = 60


@router.get(HERE)
def page(company_id: str) -> Response[str]:
    caller(router, "agency:read")
    named, after = CompanyId(company_id), start(router, keys.ENTRY_PREFIX)
    with seen():
        company, head = Standings(table()).of(named)
    found, following = Ledgers(table()).newest(named, limit=PAGE, after=after)
    months = by_month(found, language(router))
    jobs = (JobOrderId(job) for job in map(job_of, found) if job)
    values = {
        **about(router, company, "ledger"),
        "head": head,
        "as_of": day(head.sealed_on, language(router)) if head.sealed_on else None,
        "months": [(name, [_row(entry) for entry in group]) for name, group in months],
        "titles": OwnNames(table(), named).job_orders(jobs),
        "following": programs.cursor(following),
        "is_later": after is not None,
    }
    return shown(router, "ledger", LIST, values)


def _row(entry: Entry) -> Mapping[str, Any]:
    said, on = told(entry, language(router)), day(entry.recorded_on, language(router))
    return {"entry": entry, "kind": said.kind, "text": said.text, "on": on, "job": job_of(entry)}
