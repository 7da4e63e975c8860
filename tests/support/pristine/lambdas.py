"""How the published engine runs a Lambda."""

import inspect
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import cloudwatch_logs, lambda_svc

_ARN = "arn:aws:lambda:ap-northeast-1:000000000000:function:f"
_CONFIG = {
    "FunctionName": "f",
    "FunctionArn": _ARN,
    "Runtime": "python3.13",
    "Handler": "h.handle",
    "Role": "arn:aws:iam::000000000000:role/r",
    "Timeout": 5,
}


def _zipped(source: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("h.py", source)
    return written.getvalue()


def _answer(source: str) -> Any:
    worker = lambda_runtime.Worker("f", _CONFIG, _zipped(source))
    try:
        return worker.invoke({}, "1")["result"]
    finally:
        worker.kill()


def needs_drain() -> bool:
    """A warm call that logs nothing waits for a log line."""
    waits = inspect.signature(lambda_runtime.Worker._drain_stderr_bounded).parameters
    return bool(waits["first_line_wait"].default >= 0.02)


def needs_interpreter() -> bool:
    """A Lambda can import what only the engine has installed."""
    source = "import importlib.util as u\ndef handle(e, c): return bool(u.find_spec('hypercorn'))"
    return bool(_answer(source))


def needs_orphans() -> bool:
    """Nothing in a worker watches whether its engine is alive."""
    source = "import threading\ndef handle(e, c): return threading.active_count()"
    return bool(_answer(source) == 1)


def needs_unpacked() -> bool:
    """Two workers of one function each unpack its code."""
    source = "import os\ndef handle(e, c): return os.path.realpath(__file__)"
    return bool(_answer(source) != _answer(source))


def needs_crowd() -> bool:
    """Requests at once get as many workers, without an end."""
    code = _zipped("")
    leased = [lambda_runtime.acquire_worker("f", _CONFIG, code)[0] for _ in range(20)]
    return None not in leased and len(set(map(id, leased))) == 20


def needs_telling() -> bool:
    """What a function writes goes to CloudWatch Logs in memory, and no line of it to a file."""
    source = "def handle(e, c): print('a line of its log')"
    function = {"config": _CONFIG, "code_zip": _zipped(source)}
    lambda_svc._execute_function(function, {})
    kept = json.dumps(cloudwatch_logs.get_state(), default=str)
    files = Path(lambda_svc.STATE_DIR).rglob("*.log")
    in_files = any("a line of its log" in file.read_text() for file in files)
    return "a line of its log" in kept and not in_files
