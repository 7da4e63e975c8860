"""`make cold`: how much processor time a cold start's imports take, with byte code and without.

Bare Python, boto3, the layers and the code as they are unpacked on Lambda; the figures are this
machine's. What counts is how they compare.
"""

import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from infra.local.lambda_python import lambda_python
from tests.support.runtime.started import LOCK
from tests.support.runtime.unpacked import Disk

VERBS: Final = ("click", "register")
TIMES: Final = 7
NOTHING: Final = "pass"


def import_ms(question: str, *path: Path, compiled: bool) -> float:
    """The median of processor time: neighbours on the machine do not add to it."""
    return statistics.median(_once(question, path, compiled) for _ in range(TIMES))


def _once(question: str, path: tuple[Path, ...], compiled: bool) -> float:
    environment = {
        "AWS_DEFAULT_REGION": "ap-northeast-1",
        "POWERTOOLS_METRICS_NAMESPACE": "CareerRelay",
        "POWERTOOLS_SERVICE_NAME": "start",
        "PYTHONPATH": os.pathsep.join(map(str, path)),
    } | ({} if compiled else {"PYTHONDONTWRITEBYTECODE": "1"})
    process = subprocess.Popen([str(lambda_python(LOCK)), "-c", question], env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return (used.ru_utime + used.ru_stime) * 1000


def forget_byte_code(*folders: Path) -> None:
    for folder in folders:
        for compiled in folder.rglob("*.pyc"):
            compiled.unlink()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder))
        places = {verb: (disk.task(verb), disk.opt / "python") for verb in VERBS}
        ask = {verb: f"import functions.{verb}.handler" for verb in VERBS}
        python = import_ms(NOTHING, compiled=True)
        with_it = {v: import_ms(ask[v], *places[v], compiled=True) - python for v in VERBS}
        forget_byte_code(disk.root)
        without = {v: import_ms(ask[v], *places[v], compiled=False) - python for v in VERBS}
    print(f"Python itself: {python:.0f} ms")
    for verb in VERBS:
        ratio = without[verb] / with_it[verb]
        said = f"{with_it[verb]:.0f} ms with byte code, {without[verb]:.0f} ms without"
        print(f"{verb}: {said}, {ratio:.1f} times as much")


if __name__ == "__main__":
    main()
