"""A company says where its webhooks go, and to whom they are signed.

`written` is where it is kept, once it is known what: an act's own (shared.acts).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.contracts.webhook_endpoint import EndpointChange, EndpointRequest, SecretRequest
from shared.domain.endpoint import PURPOSE, Endpoint
from shared.domain.errors import InvalidRequest
from shared.domain.ids import CompanyId, EndpointId
from shared.domain.sealed import Sealed, rotated
from shared.ports.endpoints import Endpoints
from shared.ports.sealing import Sealed as Seals
from shared.retry import retry_on_conflict
from shared.webhooks.secret import Secret
from shared.webhooks.target import Unfit, target

type Changed = Callable[[Endpoint], Endpoint]
WRONG_URL: Final = {
    Unfit.TOO_LONG: "a URL has 2048 characters at most",
    Unfit.MALFORMED: "this is no URL that every reader of URLs reads alike",
    Unfit.NOT_HTTPS: "it begins with https://",
    Unfit.CREDENTIALS: "no user and no password in it: every message is signed instead",
    Unfit.FRAGMENT: "no # in it: a server never sees what follows",
    Unfit.PORT: "the port is 443",
    Unfit.NAME: "it needs the name of a host on the internet: no address, and no local name",
}


def checked(url: str) -> str:
    """As it is kept. Where its name leads is asked at each attempt. Raises InvalidRequest."""
    read = target(url.strip())
    if isinstance(read, Unfit):
        raise InvalidRequest(f"wrong or missing: url. url: {WRONG_URL[read]}", {"url": read})
    return read.url


def secret_of(asked: SecretRequest) -> Secret:
    """Theirs, else a new one of ours. Raises InvalidRequest, without what was in it."""
    return Secret.made() if asked.secret is None else Secret.parsed(asked.secret.strip())


def drawn_up(
    asked: EndpointRequest,
    name: tuple[CompanyId, EndpointId],
    secret: Secret,
    *,
    seals: Seals,
    now: datetime,
) -> Endpoint:
    """Raises InvalidRequest, Unavailable."""
    company_id, endpoint_id = name
    url = checked(asked.url)
    return Endpoint(
        endpoint_id=endpoint_id,
        company_id=company_id,
        url=url,
        events=tuple(asked.events),
        secrets=(Sealed(seals.seal(secret.text, PURPOSE, endpoint_id)),),
        created_at=now,
        description=asked.description.strip(),
    )


@retry_on_conflict
def add(endpoint: Endpoint, *, endpoints: Endpoints) -> None:
    """Raises StateForbids; what `endpoints` keeps beside refuses."""
    endpoints.add(endpoint)


def first(endpoint: Endpoint) -> dict[str, str]:
    """What the log says of a new one."""
    return {"host": endpoint.host, "events": " ".join(endpoint.events)}


def as_asked(asked: EndpointChange) -> Changed:
    """What a change makes of an endpoint. Raises InvalidRequest."""
    url = checked(asked.url) if asked.url is not None else None

    def changed(before: Endpoint) -> Endpoint:
        after = before if url is None else before.moved(url)
        if asked.events is not None:
            after = replace(after, events=tuple(asked.events))
        if asked.description is not None:
            after = replace(after, description=asked.description.strip())
        if asked.paused is None:
            return after
        return after.held() if asked.paused else after.let_go()

    return changed


@retry_on_conflict
def change(
    company_id: CompanyId,
    endpoint_id: EndpointId,
    changed: Changed,
    *,
    endpoints: Endpoints,
    written: Callable[[Endpoint, Endpoint], Endpoints],
) -> Endpoint:
    """Raises NotFound."""
    before = endpoints.find(company_id, endpoint_id)
    after = changed(before)
    if after != before:
        written(before, after).change(before, after)
    return after


def told(before: Endpoint, after: Endpoint) -> dict[str, str]:
    """What the log says of a change. Of a URL its host alone: the rest may hold a secret."""
    found = dict[str, str]()
    if before.url != after.url:
        found |= {"host.before": before.host, "host.after": after.host}
    if before.events != after.events:
        found |= {"events.before": " ".join(before.events), "events.after": " ".join(after.events)}
    if before.state != after.state:
        found |= {"state.before": before.state, "state.after": after.state}
    return found | ({"description": "changed"} if before.description != after.description else {})


def rotate(
    company_id: CompanyId,
    endpoint_id: EndpointId,
    secret: Secret,
    *,
    endpoints: Endpoints,
    seals: Seals,
    written: Callable[[Endpoint], Endpoints],
    now: datetime,
) -> Endpoint:
    """The one before signs beside the new one for a day. Raises NotFound, Unavailable."""
    endpoints.find(company_id, endpoint_id)  # before the key is asked for nothing
    closed = seals.seal(secret.text, PURPOSE, endpoint_id)
    return change(
        company_id,
        endpoint_id,
        lambda before: replace(before, secrets=rotated(before.secrets, closed, now)),
        endpoints=endpoints,
        written=lambda _, after: written(after),
    )


@retry_on_conflict
def remove(
    company_id: CompanyId,
    endpoint_id: EndpointId,
    *,
    endpoints: Endpoints,
    written: Callable[[Endpoint], Endpoints],
) -> None:
    """Raises NotFound."""
    endpoint = endpoints.find(company_id, endpoint_id)
    written(endpoint).remove(endpoint)
