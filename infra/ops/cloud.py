"""Where a stage lives: the account the operator's AWS settings name, or the relay running here."""

from dataclasses import dataclass
from typing import Any, Final, Protocol

import boto3
from botocore.config import Config

from infra.local.aws import Clients
from infra.local.deployed import Deployed
from infra.local.environment import REGION as LOCAL_REGION
from infra.local.place import Place
from infra.ops.refusal import RefusedError
from infra.ops.told import SHIPPED, region_of

_ONCE: Final = {"lambda": Config(read_timeout=900, retries={"total_max_attempts": 1})}
"""A function that takes long is not asked a second time."""


class Cloud(Protocol):
    @property
    def region(self) -> str:
        """The home region; a client speaks to it unless told another."""
        ...

    def client(self, service: Any, region: str = "") -> Any: ...


@dataclass(frozen=True, slots=True)
class OnAws:
    region: str

    def client(self, service: Any, region: str = "") -> Any:
        return boto3.client(
            service, region_name=region or self.region, config=_ONCE.get(service, Config())
        )


@dataclass(frozen=True, slots=True)
class OnThisMachine:
    clients: Clients
    region: str = LOCAL_REGION

    def client(self, service: Any, region: str = "") -> Any:
        return self.clients.client(service)


def cloud(stage: str) -> Cloud:
    """Raises RefusedError: no such stage; or stage local, and no relay runs here."""
    if stage not in ("local", *SHIPPED):
        raise RefusedError(f"STAGE is local, dev or prod, not {stage or 'nothing'}")
    if stage != "local":
        return OnAws(region_of(stage))
    place = Place.named_by_environment()
    if Deployed.to(place) is None or not place.outputs.exists():
        raise RefusedError("no relay runs here; start one with `make run`")
    return OnThisMachine(Clients(f"http://127.0.0.1:{(place / 'engine-port').read_text()}"))
