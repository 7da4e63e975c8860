"""/agency/companies/<id>/counted/<id>: one that counts; it may be taken back."""

from collections.abc import Mapping
from typing import Any, Final, get_args

from aws_lambda_powertools.event_handler import Response

from functions.agency import reversing
from functions.agency.by_hand.counted import HERE
from functions.agency.by_hand.one_company import LIST, about, seen
from functions.agency.by_hand.room import done, shown, words
from shared import clock, forms
from shared.contracts.review import ReverseRequest, Reversing
from shared.contracts.wire import parse
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.ids import CompanyId, RegistrationId
from shared.domain.ledger import Head
from shared.domain.milestone import Tally
from shared.domain.registration import State
from shared.domain.review import Review
from shared.pages.signals import label
from shared.pages.when import last_day, moment
from shared.rooms import caller, language, may, routes
from shared.signed_acts import act, over
from shared.table.rolls import Rolls
from shared.wires import programme, table

router = routes()
ONE: Final = f"{HERE}/<registration_id>"


@router.get(ONE)
def one(company_id: str, registration_id: str) -> Response[str]:
    caller(router, "agency:read")
    return _page(company_id, registration_id)


def _page(
    company_id: str,
    registration_id: str,
    typed: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    *,
    moved: bool = False,
) -> Response[str]:
    """`moved`: what was agreed to is not what would happen now."""
    with seen():
        company, review, tally, head = Rolls(table()).one(
            CompanyId(company_id), RegistrationId(registration_id)
        )
    counts = review.registration.state is State.COUNTED
    values = {
        **about(router, company, "counted"),
        **_facts(review),
        "effect": _effect(tally, head) if counts else None,
        "reasons": get_args(Reversing),
        "may_reverse": counts and may(router, "agency:write"),
        "values": typed or {},
        "mistakes": mistakes or {},
        "moved": moved,
        "done": None if mistakes or moved else done(router, "counted_one"),
    }
    status = 422 if mistakes else 409 if moved else 200
    return shown(router, "counted_one", LIST, values, status=status)


def _facts(review: Review) -> Mapping[str, Any]:
    locale, made = language(router), review.registration
    return {
        "registration": made,
        "reason": review.reason,
        "made": moment(made.submitted_at, locale),
        "decided": moment(review.decided_at, locale) if review.decided_at else None,
        "reversed": moment(review.reversed_at, locale) if review.reversed_at else None,
        "signals": [label(signal, locale) for signal in made.signals],
    }


def _effect(tally: Tally, head: Head) -> Mapping[str, Any]:
    """What gives way, by name, and where the company would stand."""
    now = clock.now()
    found = reversing.foreseen(tally, head, on=now.date(), rules=programme().at(now))
    kind, _, number = found.effect.partition(" ")
    lot = found.credit
    return {
        "name": found.effect,
        "kind": "given" if lot and lot.number < 0 else kind,
        "number": number.removeprefix("-"),
        "until": last_day(lot.expires_at, language(router)) if lot else None,
        "before": tally,
        "after": found.step.take(tally),
    }


@router.post(f"{ONE}/reverse")
def reverse(company_id: str, registration_id: str) -> Response[str]:
    then = f"{LIST}/{company_id}/counted/{registration_id}?done=reversed"
    doing, said = act(router, "agency:write", then), forms.typed(router)
    named = RegistrationId(registration_id)
    try:
        asked = parse(ReverseRequest, forms.filled(said, "reason"))
        with seen():
            Rolls(table()).one(CompanyId(company_id), named)
            reversing.reverse(doing, named, asked.reason, said.get("agreed", ""))
    except InvalidRequest as error:
        errors = words(router, "counted_one")["errors"]
        return _page(company_id, registration_id, said, forms.sentences(error, errors))
    except StateForbids:
        return _page(company_id, registration_id, said, moved=True)
    return over(doing)
