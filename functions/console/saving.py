from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, done, language, may, routes, shown, words
from functions.console.saving_report import Report, lines, report_of
from shared.contracts.problem import page_status
from shared.contracts.saving import CostsRequest
from shared.contracts.wire import parse
from shared.domain import saving as arithmetic
from shared.domain.errors import InvalidRequest
from shared.domain.saving import PROMISED, Channel, OwnCosts, needed
from shared.domain.tokyo import day as tokyo_day
from shared.downloads import dated, spreadsheet
from shared.forms import mistakes, number, typed
from shared.pages.sheet import sheet
from shared.pages.when import day
from shared.signed_acts import act, over
from shared.table.own_costs import CostBooks

router = routes()
HERE: Final = "/console/saving"
SAYS: Final = "credits:write"
FIGURES: Final = ("hires", "each_jpy")


@router.get(HERE)
def page() -> Response[str]:
    report = report_of(company(router, "credits:read"))
    return _shown(report, _as_typed(report.costs), {})


@router.post(HERE)
def keep() -> Response[str]:
    doing, said = act(router, SAYS, f"{HERE}?done=kept"), typed(router)
    try:
        costs = parse(CostsRequest, _body(said)).costs()
    except InvalidRequest as refused:
        return _shown(report_of(doing.company_id), said, refused.fields)
    told = {f"{cost.channel}": f"{cost.hires} x {cost.each_jpy}" for cost in costs.costs}
    with doing.answering():
        books = CostBooks(doing.telling("company.costs", doing.company_id, told))
        books.keep(doing.company_id, costs)
    return over(doing)


def _body(said: Mapping[str, str]) -> dict[str, Any]:
    return {
        channel.value: {
            name: number(value) for name in FIGURES if (value := said.get(f"{channel}-{name}"))
        }
        for channel in Channel
    }


def _as_typed(costs: OwnCosts | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for cost in costs.costs if costs else ():
        if cost.hires or cost.each_jpy:
            found[f"{cost.channel}-hires"] = str(cost.hires)
            found[f"{cost.channel}-each_jpy"] = f"{cost.each_jpy:,}"
    return found


def _shown(report: Report, said: Mapping[str, str], fields: Mapping[str, str]) -> Response[str]:
    here, costs = words(router, "saving"), report.costs
    shares = (
        {}
        if costs is None
        else {share: needed(share, costs, report.each_jpy) for share in PROMISED}
    )
    values = {
        "report": report,
        "saving": report.saving,
        "costs": costs,
        "needed": shares,
        "kept": None if report.saving.share is None else arithmetic.kept(report.saving.share),
        "on": day(report.on, language(router)),
        "since": day(tokyo_day(report.owner.created_at), language(router)),
        "channels": [*Channel],
        "labels": {
            f"{channel}-{name}": f"{here['channels'][channel]['name']} {here['form'][name]}"
            for channel in Channel
            for name in FIGURES
        },
        "may_say": may(router, SAYS),
        "values": said,
        "mistakes": mistakes(fields, here["errors"], lambda path: path.replace(".", "-")),
        "done": done(router, "saving"),
    }
    status = page_status(None, fields)
    return shown(router, "saving", HERE, values, place=report.owner.name, status=status)


@router.get(f"{HERE}/csv")
def csv() -> Response[str]:
    report = report_of(company(router, "credits:read"))
    said = words(router, "saving")
    text = sheet([*said["columns"].values()], lines(report, said["lines"]))
    return spreadsheet(dated("saving", report.on), text)
