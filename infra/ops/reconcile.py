"""Compare now what is stored with what it follows from, without waiting for the night."""

from argparse import Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.stack import stack


def reconcile(said: Namespace) -> Any:
    return stack(said.stage).ask("ReconcileFunction", {})


ACT: Final = Act("reconcile", "say where what is kept differs from what happened", reconcile)
