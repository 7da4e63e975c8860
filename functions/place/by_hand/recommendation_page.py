"""A candidate for a job order as it stands by now, with what each button would do."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.place.by_hand.ask_page import ITEM
from functions.place.by_hand.job_orders import HERE, path_of
from functions.place.by_hand.order_forms import why
from functions.place.by_hand.room import done, shown, words
from functions.place.by_hand.told import name_of, readable
from functions.place.opening import opened
from functions.place.recommendation_flow import Of
from shared import clock
from shared.contracts.problem import page_status
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import InvalidRequest, RelayError, StateForbids
from shared.domain.forbidden import words_of
from shared.domain.locale import Locale
from shared.domain.placement import is_asked_about
from shared.domain.provision import Values
from shared.domain.provision import values as handed
from shared.domain.recommendation import Fault, Item, Recommendation, Side, Stage
from shared.domain.tokyo import day as tokyo_day
from shared.forms import mistakes
from shared.pages.catalogue import words as shared_words
from shared.pages.when import day, moment
from shared.rooms import caller, language, may
from shared.table.fees import Fees
from shared.table.proceedings import Proceedings
from shared.wires import programme, table

TELLS: Final = (Stage.INTERVIEWING, Stage.OFFERED, Stage.JOINED, Stage.DECLINED, Stage.LEFT)
FORBIDDEN: Final = "forbidden"
AGAIN: Final = frozenset({Stage.DECLINED, Stage.LEFT})


def recommendation_page(
    router: APIGatewayHttpRouter,
    of: Of,
    typed: Mapping[str, str] | None = None,
    refused: RelayError | None = None,
) -> Response[str]:
    """Three requests at most beside the note that the file was opened, while none was merged."""
    company, order, found = Proceedings(table()).of(*of)
    file, were_shown, note = Proceedings(table()).about(found)
    if file and name_of(file):
        opened(caller(router, "agency:read"), file.candidate_id)
    here, reader, today = words(router, "recommendation"), language(router), clock.now()
    fields = refused.fields if isinstance(refused, InvalidRequest) else {}
    wrong = mistakes(fields, here["errors"])
    if fields.get("summary") == FORBIDDEN:
        said = words_of((typed or {}).get("summary", ""))
        wrong["summary"] = wrong["summary"].format(words=here["between"].join(said))
    name = name_of(file)
    values: dict[str, Any] = {
        "company": company,
        "order": order,
        "found": found,
        "file": file if name else None,
        "called": name,
        "note": note if name else None,
        "at": f"{path_of(*of[:2])}/recommendations/{found.recommendation_id}",
        "up": path_of(*of[:2]),
        "dates": dict(_dates(found, reader)),
        "items": shared_words(reader, "orders")["items"],
        "handing": list(_handing(found, file, typed, reader)),
        "was_shown": readable(were_shown if name else {}, reader),
        "tells": _follows(found) if may(router, "agency:write") else frozenset(),
        "may_write": may(router, "agency:write"),
        "sides": {side: here["sides"][side] for side in Side},
        "faults": {fault: here["faults"][fault] for fault in Fault},
        "hire": _hire(found, reader),
        "asks_again": found.stage in AGAIN,
        "done": done(router, "recommendation"),
        "why": why(refused, here["refused"]) if refused and not wrong else None,
        "mistakes": wrong,
        "values": {"on": tokyo_day(today).isoformat(), **(typed or {})},
        "today": tokyo_day(today).isoformat(),
    }
    status = page_status(refused)
    return shown(router, "recommendation", HERE, values, status=status)


def _handing(
    found: Recommendation,
    file: CandidateFile | None,
    typed: Mapping[str, str] | None,
    reader: Locale,
) -> Iterator[Mapping[str, Any]]:
    """What they agreed to, with what there is of it now; all of that is ticked at first."""
    if found.stage is not Stage.CONSENTED or file is None or file.is_gone:
        return
    known: Values = handed(file, found.items, None)
    texts, named = readable(known, reader), Item.CV in found.items
    has_cv = named and Proceedings(table()).has_cv(file.candidate_id)
    for item in found.items:
        there = {Item.CV: has_cv, Item.SUMMARY: True}.get(item, item in known)
        ticked = there if typed is None else f"{ITEM}{item}" in typed
        text = texts.get(item, "")
        yield {"item": item, "text": text, "is_there": there, "ticked": ticked}


def _follows(found: Recommendation) -> frozenset[Stage]:
    """What may be told of it now."""

    def may_be(stage: Stage) -> bool:
        try:
            return bool(found.moved(stage))
        except StateForbids:
            return False

    return frozenset(filter(may_be, TELLS))


def _hire(found: Recommendation, reader: Locale) -> Mapping[str, Any] | None:
    """What an early leaving would give back, of who joined."""
    if found.stage is not Stage.JOINED or found.joined_on is None:
        return None
    version = found.rule_version
    rules = programme().version(version) if version else programme().at(clock.now())
    early, today = timedelta(days=rules.early_leave_days), tokyo_day(clock.now())
    asks = found.still_there_on is None and is_asked_about(found.joined_on, today, rules)
    return {
        "fee": Fees(table()).due(found) or 0,
        "early_until": day(found.joined_on + early, reader),
        "days": rules.early_leave_days,
        "number": found.credit.number if found.credit else None,
        "since": found.joined_on.isoformat(),
        "asks": asks,
    }


def _dates(found: Recommendation, reader: Locale) -> Iterator[tuple[str, str]]:
    for name in ("asked_at", "answered_at", "recommended_at"):
        if at := getattr(found, name):
            yield name, moment(at, reader)
    for name in ("joined_on", "still_there_on", "left_on"):
        if on := getattr(found, name):
            yield name, day(on, reader)
