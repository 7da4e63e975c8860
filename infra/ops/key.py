"""`make key [COMPANY=co_...]`: make an API key."""

from argparse import ArgumentParser, Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.stack import stack


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("company_id", nargs="?", help="left out: a key for the agency")
    parser.add_argument("--scope", action="append", help="left out: all scopes of its kind")


def key(said: Namespace) -> Any:
    kind = "company" if said.company_id else "agency"
    asked = {"kind": kind, "company_id": said.company_id, "scopes": said.scope}
    return stack(said.stage).ask("IssueKeyFunction", asked)


ACT: Final = Act("key", "make an API key; it is shown this once", key, asks)
