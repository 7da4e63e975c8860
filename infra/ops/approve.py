"""`make approve COMPANY=co_...`: let a company in."""

from argparse import ArgumentParser, Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.refusal import RefusedError
from infra.ops.stack import stack


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("company_id")


def approve(said: Namespace) -> Any:
    if not said.company_id:
        raise RefusedError("COMPANY is missing; for example COMPANY=co_01ARZ3NDEKTSV4RRFFQ69G5FAV")
    return stack(said.stage).ask("ApproveFunction", {"company_id": said.company_id})


ACT: Final = Act("approve", "let a company in", approve, asks)
