"""`infra.local.run`, but a Lambda's process is killed around one of its transactions, once.

RELAY_CHAOS is `before` or `after` (the commit), RELAY_CHAOS_KEY a piece of a key in the
transaction, RELAY_CHAOS_FUNCTION a piece of the function's name. `<state>/chaos` says it was done.
"""

import json
import os
from pathlib import Path
from typing import Any
from unittest import mock

from infra.local import engine, run

_WHEN = os.environ.get("RELAY_CHAOS", "")
_KEY = os.environ.get("RELAY_CHAOS_KEY", "POSTED#grant:")
_FUNCTION = os.environ.get("RELAY_CHAOS_FUNCTION", "grant").lower()
_DONE = Path(os.environ.get("RELAY_STATE", ".local")) / "chaos"


def _killing(transact: Any) -> Any:
    def transaction(data: Any) -> Any:
        meant = _KEY in json.dumps(data) and not _DONE.exists()
        if meant and _WHEN == "before":
            _kill()
            return 500, {}, b""
        answer = transact(data)
        if meant and _WHEN == "after" and answer[0] == 200:
            _kill()
        return answer

    return transaction


def _kill() -> None:
    from ministack.core import lambda_runtime

    for workers in list(lambda_runtime._workers.values()):
        for worker in workers:
            if _FUNCTION in worker.func_name.lower() and worker._proc is not None:
                worker._proc.kill()
                _DONE.write_text(f"{_WHEN} {worker.func_name}\n")


def _armed(mended: Any) -> Any:
    """The engine can be imported only once its environment is set: so after it is mended."""

    def mend(*of: Any) -> Any:
        made = mended(*of)
        from ministack.services import dynamodb

        dynamodb._transact_write_items = _killing(dynamodb._transact_write_items)
        return made

    return mend


def main() -> int:
    with mock.patch.object(engine, "_mended", _armed(engine._mended)):
        return run.main()


if __name__ == "__main__":
    run.leave(main())
