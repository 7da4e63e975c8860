"""Whose data a time window touches: an operator's act, done by infra.ops."""

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from importlib.util import find_spec
from typing import Final

from shared.command.act import Act

OPERATOR: Final = "infra.ops"
"""By its name: what companies are given holds no such thing."""
SAYS: Final = "say whose data a time window touches; with the AWS settings of an operator"


def _asks(parser: ArgumentParser) -> None:
    example = "2026-03-02T09:00+09:00"
    parser.add_argument("--stage", default="local")
    parser.add_argument("--from", dest="begin", required=True, help=example)
    parser.add_argument("--to", dest="end", required=True, help=example)
    parser.add_argument("--table", default="core", help="core, or the name of a restored one")
    parser.add_argument("--addresses", default="", help="a new file for names and addresses")


def affected(said: Namespace) -> int:
    if find_spec(OPERATOR.partition(".")[0]) is None:
        print("not here: affected is an operator's, in the repository", file=sys.stderr)
        return 2
    told = [f"--from={said.begin}", f"--to={said.end}", f"--table={said.table}"]
    words = ["--stage", said.stage, "affected", *told, f"--addresses={said.addresses}"]
    return subprocess.run([sys.executable, "-m", OPERATOR, *words], check=False).returncode  # noqa: S603


ACT: Final = Act("affected", SAYS, _asks, affected)
