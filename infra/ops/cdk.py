"""`cdk deploy` and its neighbours, for Python: the CLI runs this checkout's program."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from infra.local.place import ROOT
from infra.local.tools import node_folder
from infra.ops.cli import cli
from infra.ops.refusal import RefusedError

_NOTHING: Final = MappingProxyType[str, str]({})
_QUIET: Final = {
    "CDK_DISABLE_CLI_TELEMETRY": "true",
    "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20",
    "PYTHONDONTWRITEBYTECODE": "",  # CDK is large: compiled once, it starts in a quarter
}


def cdk(
    *words: str, context: Mapping[str, object], environment: Mapping[str, str] = _NOTHING
) -> None:
    """What it says goes where this program's own words go.

    Args:
        context: wins over cdk.json and cdk.context.json.
        environment: on top of this process's own.

    Raises:
        RefusedError: it failed; what it said stands above.
    """
    sys.stdout.flush()
    path = os.pathsep.join([node_folder(), os.environ.get("PATH", os.defpath)])
    surroundings = {**os.environ, "PATH": path, **_QUIET, **environment}
    done = subprocess.run(  # noqa: S603
        [*cli(), *words, "--no-notices", *_told(context)], cwd=ROOT, env=surroundings, check=False
    )
    if done.returncode:
        raise RefusedError(f"`cdk {words[0]}` failed; the lines above say why")


def _told(context: Mapping[str, object]) -> list[str]:
    """The CLI hands text over; infra.context reads JSON where it needs more."""
    texts = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in context.items()
    }
    return [word for name, text in texts.items() for word in ("-c", f"{name}={text}")]
