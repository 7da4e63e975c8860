"""`python -m infra.ops approve co_...` and its neighbours; stage local is the running relay."""

import argparse
import json
import sys
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from infra.ops.stack import RefusedError, stack


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m infra.ops")
    parser.add_argument("--stage", default="local")
    acts = parser.add_subparsers(dest="act", required=True)
    approve = acts.add_parser("approve", help="let a company in")
    approve.add_argument("company_id")
    key = acts.add_parser("key", help="make an API key; it is shown this once")
    key.add_argument("company_id", nargs="?", help="left out: a key for the agency")
    key.add_argument("--scope", action="append", help="left out: all scopes of its kind")
    sweep = acts.add_parser("sweep", help="say now what was committed and not said")
    sweep.add_argument("--older-than-seconds", type=int, default=0)
    acts.add_parser("reconcile", help="say where what is kept differs from what happened")
    return parser.parse_args()


def wanted(said: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    """The stack's output that names the function, and what to ask it."""
    match said.act:
        case "approve":
            return "ApproveFunction", {"company_id": said.company_id}
        case "key":
            kind = "company" if said.company_id else "agency"
            asked = {"kind": kind, "company_id": said.company_id, "scopes": said.scope}
            return "IssueKeyFunction", asked
        case "reconcile":
            return "ReconcileFunction", {}
    return "SweepFunction", {"older_than_seconds": said.older_than_seconds}


def main() -> int:
    said = parsed()
    output, event = wanted(said)
    try:
        answer = stack(said.stage).ask(output, event)
    except (RefusedError, ClientError, BotoCoreError) as error:
        print(f"refused: {error}", file=sys.stderr)
        return 1
    print(json.dumps(answer, indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
