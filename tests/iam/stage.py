"""A relay in this process whose facts stand still: nothing is delivered but by hand."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from infra.local import outputs
from infra.local.aws import Clients
from infra.local.place import Place
from infra.local.progress import Progress
from infra.local.seed import invoke
from infra.local.start import start
from infra.local.visit import Relay
from shared.pepper import Pepper
from shared.table.commit import Table
from tests.support.lent import lend
from tests.support.live import free_port
from tests.support.stores import Stores, on_table

LOOK_THROUGH_ALL: Final = ("reconcile", "sweep")


class Quiet(Progress):
    def say(self, words: str = "") -> None:
        """The table of rights is all there is to say."""


@dataclass
class Stage:
    """`clients` ask as the account's owner, whom no policy stops."""

    clients: Clients
    visit: Relay

    @cached_property
    def functions(self) -> dict[str, Any]:
        """By verb, as Lambda knows them."""
        listed = self.clients.functions.list_functions()["Functions"]
        found = (
            (re.fullmatch(r"functions\.(\w+)\.handler\.handle", f["Handler"]), f) for f in listed
        )
        return {match[1]: f for match, f in found if match}

    @property
    def verbs(self) -> list[str]:
        """Who looks through all there is comes first, while there is little."""
        return sorted(self.functions, key=lambda verb: (verb not in LOOK_THROUGH_ALL, verb))

    def setting(self, verb: str, name: str) -> str:
        return str(self.functions[verb]["Environment"]["Variables"][name])

    @cached_property
    def core(self) -> Table:
        return Table(self.setting("register", "CORE_TABLE"), self.clients.client("dynamodb"))

    @cached_property
    def stores(self) -> Stores:
        return on_table(self.core)

    @cached_property
    def pepper(self) -> Pepper:
        secret = self.setting("register", "PEPPER_SECRET")
        return Pepper(
            self.clients.secrets.get_secret_value(SecretId=secret)["SecretString"].encode()
        )

    def calls(self, verb: str, event: dict[str, Any]) -> dict[str, Any]:
        """By its alias, as everything does; refused if it fails."""
        return invoke(self.clients, f"{self.functions[verb]['FunctionName']}:live", event)

    def start_anew(self, verb: str) -> None:
        """The next call meets a process that remembers no secret."""
        from ministack.core import lambda_runtime

        lambda_runtime.invalidate_worker(self.functions[verb]["FunctionName"])


@contextmanager
def standing(state: Path) -> Iterator[Stage]:
    lend(state)
    place = Place(state, free_port())
    with ExitStack() as closing:
        start(place, Quiet(), closing)
        gateway = f"http://127.0.0.1:{(state / 'engine-port').read_text()}"
        stage = Stage(Clients(gateway), Relay(outputs.show(place)))
        _stand_still(stage.clients)
        yield stage


def _stand_still(clients: Clients) -> None:
    for mapping in clients.functions.list_event_source_mappings()["EventSourceMappings"]:
        clients.functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
    events = clients.client("events")
    for rule in events.list_rules()["Rules"]:
        events.disable_rule(Name=rule["Name"])
