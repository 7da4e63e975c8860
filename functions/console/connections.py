from collections.abc import Mapping
from typing import Final

from aws_lambda_powertools.event_handler import Response

from functions.console.connection_words import row, setting_up, urls
from functions.console.refusing import SAYS_NO, why
from functions.console.room import company, done, routes, shown, words
from shared import clock, forms, mint
from shared.acts import Act
from shared.company import connections as flow
from shared.connecting import ours
from shared.contracts.ats_connection import ConnectionRequest
from shared.contracts.problem import page_status
from shared.contracts.wire import parse
from shared.domain.connecting import SET_UP
from shared.domain.connection import Connection, Provider
from shared.domain.connection_health import Health
from shared.domain.connection_state import View, link_named
from shared.domain.errors import InvalidRequest, NotFound, RelayError
from shared.domain.ids import CompanyId, ConnectionId, Slug
from shared.domain.link import Link
from shared.signed_acts import act, over
from shared.table.companies import Companies
from shared.table.connection_views import ConnectionViews
from shared.table.connections import Connections
from shared.wires import sealed, table

router = routes()
HERE: Final = "/console/connections"
SCOPE: Final = "ats:write"
OFFERED: Final = [provider for provider in SET_UP if provider is not Provider.API]
SETTING: Final = "setting-"
"""What the field of a setting begins with."""


@router.get(HERE)
def page() -> Response[str]:
    mine, found = ConnectionViews(table()).all(company(router, SCOPE))
    told = {"rows": [row(router, view) for view in found], "done": done(router, "connections")}
    return shown(router, "connections", HERE, told, place=mine.name)


@router.get(f"{HERE}/new")
def choose() -> Response[str]:
    mine = Companies(table()).find(company(router, SCOPE))
    told = {"systems": {one: words(router, "ats")["systems"][one] for one in OFFERED}}
    return shown(router, "connection_choose", HERE, told, place=mine.name)


@router.get(f"{HERE}/new/<provider>")
def new(provider: str) -> Response[str]:
    return _form(company(router, SCOPE), _offered(provider), {}, {})


def _offered(provider: str) -> Provider:
    """Raises NotFound."""
    if provider not in OFFERED:
        raise NotFound("no such page")
    return Provider(provider)


def _form(
    company_id: CompanyId,
    provider: Provider,
    values: Mapping[str, str],
    mistakes: Mapping[str, str],
    refused: RelayError | None = None,
) -> Response[str]:
    """What was typed as a secret or a key is not shown again."""
    mine = Companies(table()).find(company_id)
    told = {
        **setting_up(router, provider),
        "provider": provider,
        "values": {k: v for k, v in values.items() if k not in ("secret", "access")},
        "mistakes": mistakes,
        "refused": why(router, "connection_new", refused),
    }
    status = page_status(refused, mistakes)
    return shown(router, "connection_new", HERE, told, place=mine.name, status=status)


@router.post(f"{HERE}/new/<provider>")
def make(provider: str) -> Response[str]:
    """A secret of ours is on the answered page, and nowhere else. Sent again it is not."""
    connection_id = ConnectionId(mint.mint("ats", clock.now()))
    doing = act(router, SCOPE, f"{HERE}/{connection_id}?done=made")
    kind, said = _offered(provider), forms.typed(router)
    try:
        made, link, chosen = _drawn_up(doing, kind, connection_id, said)
        noted = doing.telling("ats.connect", connection_id, flow.first(made))
        with doing.answering():
            flow.add(
                made,
                link,
                connections=Connections(table()),
                companies=Companies(table()),
                written=Connections(noted),
            )
    except InvalidRequest as error:
        errors = words(router, "connection_new")["errors"]
        return _form(doing.company_id, kind, said, beside(error, errors))
    except SAYS_NO as refused:
        return _form(doing.company_id, kind, said, {}, refused)
    return _made(View(made, link, Health()), chosen) if chosen else over(doing)


def _drawn_up(
    doing: Act, provider: Provider, name: ConnectionId, said: Mapping[str, str]
) -> tuple[Connection, Link, str | None]:
    """Raises InvalidRequest, Unavailable."""
    told = {"provider": provider, "settings": settings_of(said)}
    asked = parse(ConnectionRequest, told | forms.filled(said, "label", "secret", "access"))
    flow.check(asked)
    chosen = None if asked.secret else ours(provider)
    named = doing.company_id, name, link_named(name)
    made = flow.drawn_up(asked, named, asked.secret or chosen, sealing=sealed(), now=doing.now)
    return made, flow.link_of(made, Slug(mint.slug())), chosen


def settings_of(said: Mapping[str, str]) -> dict[str, str]:
    found = {k.removeprefix(SETTING): v for k, v in said.items() if k.startswith(SETTING)}
    return {name: value for name, value in found.items() if value}


def beside(error: InvalidRequest, errors: Mapping[str, str]) -> dict[str, str]:
    """Beside which field what is to be done."""
    return forms.mistakes(error.fields, errors, lambda path: path.replace("settings.", SETTING))


def _made(view: View, secret: str) -> Response[str]:
    return secret_shown(view, secret, is_new=True)


def secret_shown(view: View, secret: str, *, is_new: bool) -> Response[str]:
    """The one page a secret of ours is on."""
    mine = Companies(table()).find(view.connection.company_id)
    told = {
        **setting_up(router, view.connection.provider),
        **urls(router, view),
        "connection": view.connection,
        "path": f"{HERE}/{view.connection.connection_id}",
        "secret": secret,
        "is_new": is_new,
    }
    return shown(router, "connection_secret", HERE, told, place=mine.name, status=201)
