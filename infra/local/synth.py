"""`make synth`: the templates as `cdk deploy` would send them, into cdk.out/<stage>."""

import json
import os
import sys
from typing import Any

from infra.context import FILE
from infra.local.place import ROOT
from infra.local.refusal import RefusedError
from infra.local.synthesis import write


def told() -> dict[str, Any]:
    """As the CDK CLI would tell the program."""
    file = ROOT / FILE
    said: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    said |= json.loads(os.environ.get("CDK_CONTEXT_JSON", "{}"))
    return said


def main() -> int:
    said = told()
    for stage in sys.argv[1:]:
        folder = ROOT / "cdk.out" / stage
        folder.mkdir(parents=True, exist_ok=True)
        try:
            write(said | {"stage": stage}, folder, folder / "synthesis.log")
        except RefusedError as why:
            print(why, file=sys.stderr)
            return 1
        print(folder / f"CareerRelay-{stage}.template.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
