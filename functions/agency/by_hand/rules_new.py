"""/agency/rules/new: a version to come is typed, its effect seen, and only then made."""

from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand import rules_form
from functions.agency.by_hand.room import shown, words
from functions.agency.by_hand.rules import HERE
from functions.agency.foreseeing import COUNTING, Foreseen, foresee
from functions.agency.ruling import rule
from shared import clock, forms
from shared.acts import Act
from shared.contracts.rules import RulesRequest
from shared.domain import edition
from shared.domain.edition import Edition
from shared.domain.errors import InvalidRequest, StateForbids
from shared.domain.rules import Rules
from shared.domain.seat import AGENCY_MANAGE
from shared.pages.rules import beside
from shared.pages.when import moment
from shared.rooms import caller, language, routes
from shared.signed_acts import act, over
from shared.table.rulebook import Rulebook
from shared.wires import table

router = routes()
NEW: Final = f"{HERE}/new"
AFTER: Final = "after"
"""The newest version, as the form knows it."""
TYPED: Final = (*rules_form.FIELDS, rules_form.BEGIN, AFTER)


@router.get(NEW)
def page() -> Response[str]:
    caller(router, AGENCY_MANAGE)
    newest = Rulebook(table()).newest().rules
    return _form(newest, rules_form.standing(newest, clock.now()))


@router.post(NEW)
def look_ahead() -> Response[str]:
    """Nothing is made yet: it stays on this page, with what would come of it."""
    doing, typed = act(router, AGENCY_MANAGE, HERE), _typed()
    newest = Rulebook(table()).newest()
    try:
        asked = _asked(typed, newest)
        made = _drawn_up(asked, newest, doing)
    except InvalidRequest as error:
        return _wrong(newest.rules, typed, error)
    except StateForbids:
        return _moved_on(newest.rules, typed)
    ahead = foresee(made.rules, newest.rules, asked.changed(), doing.now)
    told = {**_ahead(ahead, asked), "next": beside(made.rules, newest.rules, language(router))}
    return _form(newest.rules, typed, ahead=told)


@router.post(HERE)
def make() -> Response[str]:
    doing, typed = act(router, AGENCY_MANAGE, f"{HERE}?done=made"), _typed()
    newest = Rulebook(table()).newest()
    try:
        rule(doing, _asked(typed, newest), after=newest.rules.version)
    except InvalidRequest as error:
        return _wrong(newest.rules, typed, error)
    except StateForbids:
        return _moved_on(Rulebook(table()).newest().rules, typed)
    return over(doing)


def _typed() -> dict[str, str]:
    said = forms.typed(router)
    return {name: said.get(name, "") for name in TYPED}


def _asked(typed: Mapping[str, str], newest: Edition) -> RulesRequest:
    """Raises InvalidRequest, StateForbids."""
    edition.check_newest([newest], _known(typed))
    return rules_form.asked(typed, newest.rules)


def _known(typed: Mapping[str, str]) -> int:
    """Raises InvalidRequest: the form is not one of ours."""
    known = forms.number(typed[AFTER])
    if not isinstance(known, int):
        raise InvalidRequest("wrong: after", {"fields": "unchanged"})
    return known


def _drawn_up(asked: RulesRequest, newest: Edition, doing: Act) -> Edition:
    """The version as it would be. Raises InvalidRequest."""
    begins, changed = asked.effective_from, asked.changed()
    return edition.following(
        [newest], effective_from=begins, changed=changed, made_by=doing.who, now=doing.now
    )


def _ahead(found: Foreseen, asked: RulesRequest) -> dict[str, Any]:
    return {
        "effect": found.effect,
        "since": moment(found.looked.since, language(router)),
        "companies": found.looked.companies,
        "unsure": found.unsure,
        "counts": bool(asked.changed().keys() & COUNTING),
    }


def _wrong(newest: Rules, typed: Mapping[str, str], error: InvalidRequest) -> Response[str]:
    said = words(router, "rules_new")["wrong"]
    return _form(newest, typed, mistakes=rules_form.mistakes(error, said), status=422)


def _moved_on(newest: Rules, typed: Mapping[str, str]) -> Response[str]:
    """Somebody else made a version meanwhile: it is shown, and what was typed here stays."""
    known = Rulebook(table()).find(_known(typed)).rules
    values = rules_form.kept(typed, known, newest)
    return _form(newest, values, meanwhile=beside(newest, known, language(router)), status=409)


def _form(
    newest: Rules,
    values: Mapping[str, str],
    *,
    ahead: Mapping[str, Any] | None = None,
    mistakes: Mapping[str, str] | None = None,
    meanwhile: Mapping[str, Any] | None = None,
    status: int = 200,
) -> Response[str]:
    told = {
        "newest": newest,
        "groups": rules_form.GROUPS,
        "bounds": rules_form.BOUNDS,
        "values": {**values, AFTER: str(newest.version)},
        "typed": TYPED,
        "ahead": ahead,
        "mistakes": mistakes or {},
        "meanwhile": meanwhile,
    }
    return shown(router, "rules_new", HERE, told, status=status)
