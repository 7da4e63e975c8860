"""`make outputs STAGE=`: what a deployed stage is made of, for those who look after it."""

from argparse import Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.stack import stack


def outputs(said: Namespace) -> Any:
    return dict(sorted(stack(said.stage).outputs.items()))


ACT: Final = Act("outputs", "names of tables, secrets, keys, functions, addresses", outputs)
