"""/agency/rules: the rules in force, those to come, and every version there was."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.agency.by_hand.room import done, shown
from shared import clock, programs
from shared.domain.edition import ORIGINAL, Edition
from shared.domain.seat import AGENCY_MANAGE
from shared.pages.rules import beside, sentences
from shared.pages.when import moment
from shared.rooms import caller, language, may, routes, start
from shared.table import keys
from shared.table.members import Members
from shared.table.rulebook import Rulebook
from shared.wires import programme, table

router = routes()
HERE: Final = "/agency/rules"
PAGE: Final = 20


@router.get(HERE)
def page() -> Response[str]:
    caller(router, "agency:read")
    after, book, now = start(router, keys.RULES_PREFIX), Rulebook(table()), clock.now()
    made, following = book.page(limit=PAGE, after=after)
    values = {
        **({} if after else _now_and_then(made, now)),
        "rows": _rows(made, following, book, now),
        "following": programs.cursor(following),
        "is_later": after is not None,
        "may_manage": may(router, AGENCY_MANAGE),
        "done": done(router, "rules"),
    }
    return shown(router, "rules", HERE, values)


def _now_and_then(made: Sequence[Edition], now: datetime) -> dict[str, Any]:
    """What is in force, in words, and what is to come, with what is new in it."""
    locale = language(router)
    begun = (edition.rules for edition in made if edition.rules.effective_from <= now)
    good = next(begun, None) or programme().at(now)
    coming = [edition.rules for edition in made if edition.rules.effective_from > now]
    return {
        "rules": good,
        "since": moment(good.effective_from, locale),
        "sentences": sentences(good, locale),
        "coming": [beside(rules, good, locale) for rules in reversed(coming)],
    }


def _rows(
    made: Sequence[Edition], following: str | None, book: Rulebook, now: datetime
) -> list[dict[str, Any]]:
    """Each with what it changed in the version below it; the last page ends with the first one."""
    below = book.find(made[-1].rules.version - 1) if following else ORIGINAL
    names = Members(table()).names()
    rows = [_row(one, other, names, now) for one, other in pairwise([*made, below])]
    return rows if following else [*rows, _row(ORIGINAL, None, names, now)]


def _row(
    edition: Edition, before: Edition | None, names: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    locale, rules = language(router), edition.rules
    told = beside(rules, before.rules, locale)["sentences"] if before else []
    return {
        "version": rules.version,
        "since": moment(rules.effective_from, locale),
        "is_coming": rules.effective_from > now,
        "made_at": moment(edition.made_at, locale),
        "made_by": names.get(edition.made_by, edition.made_by) if before else None,
        "changed": [said for said, is_new in told if is_new],
    }
