"""A relay while its demo is told: asked over HTTP, its own functions called by their names."""

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

import httpx

from infra.local.aws import Clients
from infra.local.refusal import RefusedError
from infra.local.seed import invoked
from infra.local.story.hours import Hours
from shared.pepper import Pepper
from shared.table.commit import Table

BROWSER: Final = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1"
TRIES: Final = 3
AT_ONCE: Final = 4
"""More would wake more processes than two cores carry."""


@dataclass(frozen=True, slots=True)
class World:
    http: httpx.Client
    clients: Clients
    stack: dict[str, str]
    hours: Hours
    functions: dict[str, Any]
    """By verb, as Lambda knows them."""
    pepper: Pepper
    core: Table
    calls: Any
    """Lambda's client, made once: making one takes longer than a call."""
    keys: dict[str, str] = field(default_factory=dict)
    """Whose API key, by name: a company's or an adviser's."""
    seconds: dict[str, str] = field(default_factory=dict)
    """The secrets of second factors, by address."""

    @classmethod
    def behind(cls, url: str, clients: Clients, stack: dict[str, str], hours: Hours) -> "World":
        listed = clients.functions.list_functions()["Functions"]
        named = (
            (re.fullmatch(r"functions\.(\w+)\.handler\.handle", f["Handler"]), f) for f in listed
        )
        functions = {found[1]: function for found, function in named if found}
        secret = functions["register"]["Environment"]["Variables"]["PEPPER_SECRET"]
        return cls(
            httpx.Client(
                base_url=url, timeout=60, trust_env=False, headers={"User-Agent": BROWSER}
            ),
            clients,
            stack,
            hours,
            functions,
            Pepper(clients.secrets.get_secret_value(SecretId=secret)["SecretString"].encode()),
            Table(stack["CoreTable"], clients.client("dynamodb")),
            clients.functions,
        )

    def ask(self, method: str, path: str, visitor: str = "", **how: Any) -> httpx.Response:
        """Where a machine has too much to do and fails, once more: under /v1 that is one act.

        Raises:
            RefusedError: with what the relay said to it.
        """
        once = {"Idempotency-Key": str(uuid4())}
        whence = {"X-Forwarded-For": visitor} if visitor else {}
        headers = {**once, **whence, **how.pop("headers", {})}
        for _ in range(TRIES):
            answer = self.http.request(method, path, headers=headers, **how)
            if not answer.is_server_error:
                break
        if answer.is_error:
            said = f"{method} {path} was answered {answer.status_code}: {answer.text[:300]}"
            raise RefusedError(f"the demo stopped: {said}")
        return answer

    def as_(self, who: str, method: str, path: str, body: Any = None) -> Any:
        """`who` of `keys`."""
        bearer = {"Authorization": f"Bearer {self.keys[who]}"}
        answer = self.ask(method, path, headers=bearer, json=body)
        return answer.json() if answer.content else None

    def run(self, verb: str) -> dict[str, Any]:
        """What the clock would set off, now; at the hour the story has come to."""
        return invoked(self.calls, f"{self.functions[verb]['FunctionName']}:live", {})

    def operate(self, output: str, event: dict[str, Any]) -> dict[str, Any]:
        return invoked(self.calls, self.stack[output], event)


def together[T](do: Callable[[T], object], each: Iterable[T]) -> Sequence[object]:
    """Where nobody minds who comes first."""
    with ThreadPoolExecutor(AT_ONCE) as several:
        return list(several.map(do, each))
