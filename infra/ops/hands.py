"""What an act works with; a test gives others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Self

from infra.local.place import ROOT
from infra.ops import agreed
from infra.ops.agreed import Ask
from infra.ops.cdk import cdk
from infra.ops.cloud import Cloud, cloud
from infra.ops.shipment import Cdk, Shipment

_NONE: Final = MappingProxyType[str, str]({})


@dataclass(frozen=True, slots=True)
class Hands:
    """`publish` puts the static files into a bucket; `ask` is None where nobody can type."""

    cloud: Cloud
    cdk: Cdk
    publish: Callable[[str, Any], object]
    yes: str
    ask: Ask | None
    out: Path
    wishes: Mapping[str, str] = _NONE

    def pack(self, stage: str) -> Shipment:
        return Shipment.packed(stage, self.cdk, self.out, self.wishes)

    @classmethod
    def own(cls, stage: str) -> Self:
        return cls(
            cloud=cloud(stage),
            cdk=cdk,
            publish=publish_statics,
            yes=agreed.yes(),
            ask=agreed.at_terminal(),
            out=ROOT / "cdk.out",
            wishes=agreed.wishes(),
        )


def publish_statics(bucket: str, s3: Any) -> None:
    """Loaded when there is a bucket: what it uploads are the pages' own files."""
    import_module("infra.ops.statics").publish(bucket, s3)
