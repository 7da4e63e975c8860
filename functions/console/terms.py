from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.refusing import SAYS_NO, why
from functions.console.room import company, done, language, may, routes, shown, words
from shared import clock, forms, people, signed_in
from shared.contracts.problem import page_status
from shared.domain.acceptance import Acceptance
from shared.domain.company import CompanyState
from shared.domain.errors import (
    AlreadyDone,
    RelayError,
)
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE, COMPANY_READ
from shared.pages import texts
from shared.pages.rules import sentences
from shared.pages.when import day, moment
from shared.retry import retry_on_conflict
from shared.signed_acts import act, over
from shared.table.acceptances import Acceptances
from shared.wires import programme, table

router = routes()
HERE: Final = "/console/terms"
TEXT: Final = "company_terms"


@router.get(HERE)
def page() -> Response[str]:
    return _page(company(router, COMPANY_READ))


def _page(
    company_id: CompanyId, refused: RelayError | None = None, *, moved: bool = False
) -> Response[str]:
    """`moved`: the version that was read is not the newest any more."""
    locale = language(router)
    text = texts.current(TEXT, locale)
    mine, agreed, _ = Acceptances(table()).of(company_id, text.version)
    said = words(router, "terms")
    told = {
        **_text(text),
        "accepted": agreed,
        "accepted_at": moment(agreed.at, locale) if agreed else None,
        "earlier": mine.terms_version,
        "may_accept": may(router, COMPANY_MANAGE) and mine.state is CompanyState.ACTIVE,
        "waits": agreed is None,
        "refused": said["moved"] if moved else why(router, "terms", refused),
        "done": None if refused or moved else done(router, "terms"),
    }
    answered = 409 if moved else page_status(refused)
    return shown(router, "terms", HERE, told, place=mine.name, status=answered)


def _text(text: texts.Text) -> dict[str, Any]:
    locale, rules = language(router), programme().at(clock.now())
    return {
        "text": text,
        "said": text.said,
        "since": day(text.since, locale),
        "filled": texts.values(people.agency(), rules, locale),
        "pairs": texts.pairs,
        "rules": sentences(rules, locale),
    }


@router.post(HERE)
def accept() -> Response[str]:
    doing, said = act(router, COMPANY_MANAGE, f"{HERE}?done=accepted"), forms.typed(router)
    version = texts.current(TEXT, language(router)).version
    if said.get("version") != version:
        return _page(doing.company_id, moved=True)
    _, _, names = Acceptances(table()).of(doing.company_id, version)
    person = signed_in.session(router).person
    agreed = Acceptance(doing.company_id, version, person, names.get(person, ""), doing.now)
    noted = doing.table("terms.accept", doing.company_id, version=version)
    try:
        with doing.answering():
            retry_on_conflict(Acceptances(noted).accept)(agreed)
    except SAYS_NO as refused:
        return _page(doing.company_id, refused)
    except AlreadyDone:
        pass  # somebody here agreed before
    return over(doing)
