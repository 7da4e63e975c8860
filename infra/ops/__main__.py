"""`python -m infra.ops approve co_...` and its neighbours; stage local is the running relay."""

import argparse
import json
import sys
from typing import Final

from botocore.exceptions import BotoCoreError, ClientError

from infra.context import ContextRefusedError
from infra.ops import (
    affected,
    approve,
    deploy,
    destroy,
    index,
    introduce,
    key,
    outputs,
    reconcile,
    redrive,
    replay,
    sweep,
)
from infra.ops.account import NO_CREDENTIALS, WHO
from infra.ops.refusal import RefusedError

_TOLD: Final = (
    approve,
    key,
    outputs,
    sweep,
    reconcile,
    introduce,
    deploy,
    destroy,
    redrive,
    replay,
    affected,
    index,
)
ACTS: Final = {module.ACT.name: module.ACT for module in _TOLD}


def parsed(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m infra.ops")
    parser.add_argument("--stage", default="local")
    acts = parser.add_subparsers(dest="act", required=True)
    for act in ACTS.values():
        act.asks(acts.add_parser(act.name, help=act.says))
    return parser.parse_args(words)


def main() -> int:
    said = parsed()
    try:
        answer = ACTS[said.act].does(said)
    except NO_CREDENTIALS as error:
        print(f"refused: no AWS credentials here ({error}): {WHO}", file=sys.stderr)
        return 1
    except (RefusedError, ContextRefusedError, ClientError, BotoCoreError) as error:
        print(f"refused: {error}", file=sys.stderr)
        return 1
    if answer is not None:
        print(json.dumps(answer, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
