from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.refusing import SAYS_NO, why
from functions.console.room import company, done, language, routes, shown, words
from shared import clock, forms, mint
from shared.acts import Act
from shared.company import api_keys as flow
from shared.contracts.api_key import KeyRequest
from shared.contracts.problem import page_status
from shared.contracts.wire import parse
from shared.domain.access import COMPANY_SCOPES
from shared.domain.api_key import ApiKey
from shared.domain.errors import InvalidRequest, RelayError
from shared.domain.ids import CompanyId
from shared.domain.seat import COMPANY_MANAGE
from shared.pages.when import day, last_day, moment
from shared.settings import STAGE, setting
from shared.signed_acts import act, over
from shared.table.api_keys import ApiKeys
from shared.table.companies import Companies
from shared.wires import table

router = routes()
HERE: Final = "/console/keys"
GOOD_FOR: Final = ("90", "365", "")
"""Days to choose from; the last: until it is revoked."""
SCOPE: Final = "scope-"
"""What the field of a scope begins with."""


@router.get(HERE)
def page() -> Response[str]:
    return _page(company(router, COMPANY_MANAGE))


def _page(
    company_id: CompanyId,
    values: Mapping[str, str] | None = None,
    mistakes: Mapping[str, str] | None = None,
    refused: RelayError | None = None,
) -> Response[str]:
    mine, found = Companies(table()).find(company_id), ApiKeys(table()).all(company_id)
    now = clock.now()
    told = {
        "company": mine,
        "rows": [_row(key, now) for key in found],
        "scopes": COMPANY_SCOPES,
        "good_for": GOOD_FOR,
        "values": {"days": GOOD_FOR[1], **(values or {})},
        "mistakes": mistakes or {},
        "refused": why(router, "keys", refused),
        "done": None if refused else done(router, "keys"),
    }
    answered = page_status(refused, mistakes)
    return shown(router, "keys", HERE, told, place=mine.name, status=answered)


def _row(key: ApiKey, now: datetime) -> Mapping[str, Any]:
    locale, said = language(router), words(router, "keys")["scopes"]
    return {
        "key": key,
        "may": [said.get(scope.replace(":", "_"), scope) for scope in key.scopes],
        "state": key.state(now),
        "made": moment(key.made_at, locale) if key.made_at else None,
        "until": last_day(key.expires_at, locale) if key.expires_at else None,
        "used": day(key.used_on, locale) if key.used_on else None,
        "revoked": moment(key.revoked_at, locale) if key.revoked_at else None,
    }


@router.post(HERE)
def make() -> Response[str]:
    """Answered with a page: the key is on it, and nowhere else. Sent again it is not."""
    doing, said = act(router, COMPANY_MANAGE, f"{HERE}?done=before"), forms.typed(router)
    secret = mint.api_key("company", setting(STAGE))
    try:
        key = _key(doing, said, secret)
        noted = doing.table("key.make", key.key_id, scopes=" ".join(key.scopes))
        with doing.answering():
            flow.make(key, api_keys=ApiKeys(noted), now=doing.now)
    except InvalidRequest as error:
        errors = words(router, "keys")["errors"]
        return _page(doing.company_id, said, forms.sentences(error, errors))
    except SAYS_NO as refused:
        return _page(doing.company_id, said, refused=refused)
    mine = Companies(table()).find(doing.company_id)
    told = {**_row(key, doing.now), "secret": secret}
    return shown(router, "key_made", HERE, told, place=mine.name, status=201)


def _key(doing: Act, said: Mapping[str, str], secret: str) -> ApiKey:
    """Raises InvalidRequest."""
    scopes = [scope for scope in COMPANY_SCOPES if forms.ticked(said, f"{SCOPE}{scope}")]
    asked = parse(KeyRequest, {**forms.filled(said, "name"), "scopes": scopes})
    days = said.get("days", "")
    if days not in GOOD_FOR:
        raise InvalidRequest("wrong: days", {"days": "malformed"})
    until = doing.now + timedelta(days=int(days)) if days else None
    asked = asked.model_copy(update={"expires_at": until})
    name = doing.company_id, mint.mint("key", doing.now)
    return flow.drawn_up(asked, name, mint.key_digest(secret), now=doing.now)


@router.post(f"{HERE}/<key_id>/revoke")
def revoke(key_id: str) -> Response[str]:
    doing = act(router, COMPANY_MANAGE, f"{HERE}?done=revoked")
    with doing.answering():
        flow.revoke(
            doing.company_id,
            key_id,
            api_keys=ApiKeys(table()),
            written=lambda _: ApiKeys(doing.table("key.revoke", key_id)),
            now=doing.now,
        )
    return over(doing)
