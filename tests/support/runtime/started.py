"""A function's process, started as Lambda starts it: awslambdaric on a bare Python."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from infra.local.environment import made_up
from infra.local.lambda_python import lambda_python
from infra.sources import ROOT
from tests.infra.reading import Props
from tests.support.runtime.api import RuntimeApi, Said, serving
from tests.support.runtime.unpacked import Disk

LOCK: Final = ROOT / "runtime.lock"
SNAPPED: Final = {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}


@dataclass(frozen=True, slots=True)
class Started:
    api: RuntimeApi
    process: subprocess.Popen[bytes]
    log: Path

    def invoke(self, event: Any) -> Said:
        return self.api.invoke(event)

    @property
    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8")


@contextmanager
def started(
    verb: str, function: Props, disk: Disk, settings: Mapping[str, str]
) -> Iterator[Started]:
    """`settings` are the template's with values for what refers to something."""
    task, log = disk.task(verb), disk.root / f"{verb}.log"
    with serving(function["Timeout"]) as api, log.open("wb") as written:
        process = subprocess.Popen(
            [str(lambda_python(LOCK)), "-m", "awslambdaric", function["Handler"]],
            cwd=task,
            env={**_of_lambda(verb, function, task, disk.opt), **settings}
            | {"AWS_LAMBDA_RUNTIME_API": api.address},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Started(api, process, log)
        finally:
            process.kill()
            process.wait()


def _of_lambda(verb: str, function: Props, task: Path, opt: Path) -> dict[str, str]:
    """https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime"""
    return (
        made_up()
        | {
            "_HANDLER": function["Handler"],
            "AWS_EXECUTION_ENV": "AWS_Lambda_python3.13",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function["MemorySize"]),
            "AWS_LAMBDA_FUNCTION_NAME": verb,
            "AWS_LAMBDA_FUNCTION_VERSION": "1",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_FORMAT": function["LoggingConfig"]["LogFormat"],
            "LAMBDA_TASK_ROOT": str(task),
            "LANG": "C.UTF-8",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "PYTHONPATH": str(opt / "python"),
            "TZ": ":UTC",
        }
        | (SNAPPED if "SnapStart" in function else {})
    )
