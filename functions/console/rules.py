from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.room import company, language, routes, shown
from shared import clock
from shared.domain.seat import COMPANY_READ
from shared.pages.rules import beside, sentences
from shared.pages.when import moment
from shared.table.companies import Companies
from shared.wires import programme, table

router = routes()
HERE: Final = "/console/rules"


@router.get(HERE)
def page() -> Response[str]:
    mine, now = Companies(table()).find(company(router, COMPANY_READ)), clock.now()
    rules, locale = programme().at(now), language(router)
    told = {
        "rules": rules,
        "since": moment(rules.effective_from, locale),
        "sentences": sentences(rules, locale),
        "coming": [beside(later, rules, locale) for later in programme().coming(now)],
    }
    return shown(router, "rules", HERE, told, place=mine.name)
