"""A webhook endpoint in words: which kinds of message it hears of, and how it fares."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.room import language, words
from shared import clock, forms
from shared.contracts.webhook_kinds import KINDS
from shared.domain import event_filter
from shared.domain.endpoint import Endpoint
from shared.domain.errors import InvalidRequest
from shared.pages.when import moment

LIST: Final = "/console/webhooks"
SAID: Final = "webhook_said"
"""Words of all these pages."""
EVENT: Final = "event-"
"""What the field of a kind begins with; it goes on with `:` for `.`, which is a form's own."""
ALL, CHOSEN = "all", "chosen"
WHICH: Final = (ALL, CHOSEN)
OTHERS: Final = "others"
GROUPS: Final[Mapping[str, Sequence[str]]] = {
    "credit": [kind for kind in KINDS if kind.startswith("credit.")],
    "job_order": [kind for kind in KINDS if kind.startswith("job_order.")],
    OTHERS: [kind for kind in KINDS if not kind.startswith(("credit.", "job_order."))],
}


def field(kind: str) -> str:
    return EVENT + kind.replace(".", ":")


def facts(router: APIGatewayHttpRouter, endpoint: Endpoint) -> dict[str, Any]:
    locale, health = language(router), endpoint.health
    both = endpoint.both_until(clock.now())
    return {
        "endpoint": endpoint,
        "said": words(router, SAID),
        "path": f"{LIST}/{endpoint.endpoint_id}",
        "hears": heard(router, endpoint),
        "failed": moment(health.failed_at, locale) if health.failed_at else None,
        "since": moment(health.failing_since, locale) if health.failing_since else None,
        "disabled": moment(endpoint.disabled_at, locale) if endpoint.disabled_at else None,
        "made": moment(endpoint.created_at, locale),
        "both": moment(both, locale) if both else None,
    }


def heard(router: APIGatewayHttpRouter, endpoint: Endpoint) -> list[str]:
    """All, or the groups in which there is one it hears of."""
    said = words(router, SAID)
    if event_filter.ALL in endpoint.events:
        return [said["all"]]
    return [said["groups"][name] for name, kinds in GROUPS.items() if _any(endpoint, kinds)]


def _any(endpoint: Endpoint, kinds: Sequence[str]) -> bool:
    return any(event_filter.wants(endpoint.events, kind) for kind in kinds)


def choices(router: APIGatewayHttpRouter) -> dict[str, Any]:
    """What the fields of a form are made of."""
    return {
        "said": words(router, SAID),
        "which": WHICH,
        "groups": {name: [(field(k), k) for k in kinds] for name, kinds in GROUPS.items()},
    }


def ticked(events: Sequence[str]) -> dict[str, str]:
    """An endpoint's kinds as its form has them."""
    which = ALL if event_filter.ALL in events else CHOSEN
    wanted = (kind for kind in KINDS if event_filter.wants(events, kind))
    return {"which": which, **({} if which == ALL else {field(kind): "on" for kind in wanted})}


def chosen(said: Mapping[str, str], before: Sequence[str] = ()) -> list[str]:
    """What a form says. As it was, where the same kinds are ticked: a family stays a family."""
    if said.get("which") == ALL:
        return [event_filter.ALL]
    kinds = [kind for kind in KINDS if forms.ticked(said, field(kind))]
    was = [kind for kind in KINDS if event_filter.wants(before, kind)]
    return [*before] if kinds == was and event_filter.ALL not in before else kinds


def mistakes(router: APIGatewayHttpRouter, error: InvalidRequest) -> dict[str, str]:
    """Beside the fields; of one wrong kind, beside all of them."""
    return forms.mistakes(error.fields, words(router, SAID)["errors"], forms.first)
