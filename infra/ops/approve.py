"""`make approve COMPANY=co_...`: let a company in."""

from argparse import ArgumentParser, Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.stack import stack


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("company_id")


def approve(said: Namespace) -> Any:
    return stack(said.stage).ask("ApproveFunction", {"company_id": said.company_id})


ACT: Final = Act("approve", "let a company in", approve, asks)
