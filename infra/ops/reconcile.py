"""Compare now what is stored with what it follows from, without waiting for the night."""

import json
from argparse import Namespace
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.refusal import RefusedError
from infra.ops.stack import stack


def reconcile(said: Namespace) -> Any:
    """Raises RefusedError, so that a program hears of a difference, too."""
    answer = stack(said.stage).ask("ReconcileFunction", {})
    if answer["differences"]:
        print(json.dumps(answer, indent=2, ensure_ascii=False))
        raise RefusedError(f"{answer['differences']} differences; docs/runbook.md says what to do")
    return answer


ACT: Final = Act("reconcile", "say where what is kept differs from what happened", reconcile)
