"""The folders a stage's functions and layers are sent from."""

import json
from functools import cache
from pathlib import Path

from tests.infra.reading import called, read
from tests.support.assembly import synthesized

DEPENDENCIES = "Dependencies"
SHARED = "Shared"


@cache
def asset(key: str, stage: str) -> Path:
    """The folder a template's S3 key will be made from."""
    files = json.loads((synthesized(stage) / f"CareerRelay-{stage}.assets.json").read_text())
    [source] = [
        file["source"]
        for file in files["files"].values()
        if any(place["objectKey"] == key for place in file["destinations"].values())
    ]
    assert source["packaging"] == "zip"
    return synthesized(stage) / str(source["path"])


def code(verb: str, stage: str = "dev") -> Path:
    return asset(read(stage).functions()[verb]["Code"]["S3Key"], stage)


def layer(name: str, stage: str = "local") -> Path:
    """By the name it has in infra.function, without the hash CDK adds."""
    made = read(stage).of("Lambda::LayerVersion").items()
    [found] = [properties for id_, properties in made if id_[:-8] == name]
    return asset(found["Content"]["S3Key"], stage)


def layers_of(verb: str, stage: str = "local") -> list[Path]:
    """What dev's function is told; local's are the same, for this machine."""
    return [layer(called(one), stage) for one in read("dev").functions()[verb]["Layers"]]
