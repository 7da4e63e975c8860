from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, routes, shown
from shared import clock
from shared.domain.rules import Rules
from shared.domain.seat import COMPANY_READ
from shared.pages.rules import sentences
from shared.pages.when import moment
from shared.table.companies import Companies
from shared.wires import programme, table

router = routes()
HERE: Final = "/console/rules"


@router.get(HERE)
def page() -> Response[str]:
    mine, now = Companies(table()).find(company(router, COMPANY_READ)), clock.now()
    rules = programme().at(now)
    told = {
        "rules": rules,
        "since": moment(rules.effective_from, language(router)),
        "sentences": sentences(rules, language(router)),
        "coming": [_coming(later, rules) for later in programme().coming(now)],
    }
    return shown(router, "rules", HERE, told, place=mine.name)


def _coming(later: Rules, now_good: Rules) -> dict[str, object]:
    """A sentence that is new beside the rules in force is marked."""
    locale = language(router)
    known = frozenset(sentences(now_good, locale))
    return {
        "version": later.version,
        "since": moment(later.effective_from, locale),
        "sentences": [(said, said not in known) for said in sentences(later, locale)],
    }
