from collections.abc import Mapping
from typing import Any, Final

from aws_lambda_powertools.event_handler import Response

from functions.console.connection_words import (
    delivery,
    secrets,
    setting_up,
    standing,
    urls,
    why,
)
from functions.console.connections import HERE, SCOPE, SETTING, beside, secret_shown, settings_of
from functions.console.room import company, done, language, routes, shown, words
from shared import clock, forms
from shared.acts import Act
from shared.company import connections as flow
from shared.connecting import ours
from shared.contracts.ats_connection import AtsSecretRequest, ConnectionChange
from shared.contracts.wire import parse
from shared.domain.company import Company
from shared.domain.connecting import SET_UP
from shared.domain.connection_state import View
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, ConnectionId
from shared.domain.sealed import live
from shared.pages.when import moment
from shared.signed_acts import act, over
from shared.table.connection_views import ConnectionViews
from shared.table.connections import Connections
from shared.table.hearings import Hearings
from shared.wires import sealed, table

router = routes()
LATELY: Final = 5
"""Deliveries on the connection's own page; the rest is behind it."""
NOTHING: Final[Mapping[str, str]] = {}


@router.get(f"{HERE}/<connection_id>")
def one(connection_id: str) -> Response[str]:
    return _page(*seen(company(router, SCOPE), connection_id))


def seen(company_id: CompanyId, connection_id: str) -> tuple[Company, View]:
    """Raises NotFound."""
    return ConnectionViews(table()).with_company(company_id, ConnectionId(connection_id))


def _page(
    mine: Company,
    view: View,
    values: Mapping[str, str] = NOTHING,
    mistakes: Mapping[str, str] = NOTHING,
) -> Response[str]:
    connection = view.connection
    found, following = Hearings(table()).page(connection.connection_id, limit=LATELY, after=None)
    told = {
        **setting_up(router, connection.provider),
        **urls(router, view),
        **standing(router, view),
        **_health(view),
        "connection": connection,
        "path": f"{HERE}/{connection.connection_id}",
        "secrets": secrets(router, connection),
        "rows": [delivery(router, listed) for listed in found],
        "has_more": following is not None,
        "values": {"label": connection.label, **_settings(connection.settings), **_shown(values)},
        "mistakes": mistakes,
        "done": None if mistakes else done(router, "connection"),
    }
    status = 422 if mistakes else 200
    return shown(router, "connection", HERE, told, place=mine.name, status=status)


def _settings(settings: Mapping[str, str]) -> dict[str, str]:
    return {f"{SETTING}{name}": value for name, value in settings.items()}


def _shown(values: Mapping[str, str]) -> dict[str, str]:
    """What was typed as a secret or a key is not shown again."""
    return {k: v for k, v in values.items() if k not in ("secret", "access")}


def _health(view: View) -> dict[str, Any]:
    health, locale = view.health, language(router)
    return {
        "health": health,
        "heard": moment(health.heard_at, locale) if health.heard_at else None,
        "refused_at": moment(health.refused_at, locale) if health.refused_at else None,
        "refused_why": why(router, health.refused_why),
        "trouble": why(router, health.trouble),
        "told_at": moment(health.told_at, locale) if health.told_at else None,
    }


@router.post(f"{HERE}/<connection_id>")
def rename(connection_id: str) -> Response[str]:
    return _change(connection_id, "renamed", "label")


@router.post(f"{HERE}/<connection_id>/key")
def give_key(connection_id: str) -> Response[str]:
    return _change(connection_id, "key", "access")


def _change(connection_id: str, then: str, field: str) -> Response[str]:
    doing, said = _doing(connection_id, then), forms.typed(router)
    try:
        asked = parse(ConnectionChange, _asked(said, field))
        with doing.answering():
            flow.change(
                (doing.company_id, ConnectionId(connection_id)),
                asked,
                sealing=sealed(),
                connections=Connections(table()),
                written=lambda _: Connections(
                    doing.telling("ats.change", connection_id, flow.told(asked))
                ),
                now=doing.now,
            )
    except InvalidRequest as error:
        return _wrong(doing, connection_id, said, error)
    return over(doing)


def _asked(said: Mapping[str, str], field: str) -> dict[str, Any]:
    """A key left empty stays as it is; settings are said all together."""
    if field == "label":
        return {"label": said.get("label", "")}
    settings = settings_of(said)
    return forms.filled(said, "access") | ({"settings": settings} if settings else {})


def _wrong(
    doing: Act, connection_id: str, said: Mapping[str, str], error: InvalidRequest
) -> Response[str]:
    errors = words(router, "connection")["errors"]
    return _page(*seen(doing.company_id, connection_id), said, beside(error, errors))


@router.post(f"{HERE}/<connection_id>/secrets")
def give_secret(connection_id: str) -> Response[str]:
    doing, said = _doing(connection_id, "secret"), forms.typed(router)
    _, view = seen(doing.company_id, connection_id)
    adds = SET_UP[view.connection.provider].each and not forms.ticked(said, "replace")
    try:
        asked = parse(AtsSecretRequest, forms.filled(said, "secret") | {"beside": adds})
        with doing.answering():
            after, chosen = flow.give_secret(
                (doing.company_id, ConnectionId(connection_id)),
                asked,
                ours,
                sealing=sealed(),
                connections=Connections(table()),
                written=lambda _: Connections(doing.table("ats.secret", connection_id)),
                now=doing.now,
            )
    except InvalidRequest as error:
        return _wrong(doing, connection_id, said, error)
    if chosen is None:
        return over(doing)
    first = not live(view.connection.signing, clock.now())
    return secret_shown(View(after, view.link, view.health), chosen, is_new=first)


def _doing(connection_id: str, then: str) -> Act:
    return act(router, SCOPE, f"{HERE}/{connection_id}?done={then}")
