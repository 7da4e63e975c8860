"""Say now what was committed and not said, without waiting for the minute to end."""

from argparse import ArgumentParser, Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.stack import stack


def asks(parser: ArgumentParser) -> None:
    parser.add_argument("--older-than-seconds", type=int, default=0)


def sweep(said: Namespace) -> Any:
    asked = {"older_than_seconds": said.older_than_seconds}
    return stack(said.stage).ask("SweepFunction", asked)


ACT: Final = Act("sweep", "say now what was committed and not said", sweep, asks)
