"""The Python client, from docs/openapi.json. `make client` writes it; a test compares.

It has what a company's own key may ask for, and asking to take part. The agency and people sign
in to pages. A refusal is a Problem whatever its number, so each operation has it once.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.support.schemas import DOCS

type Json = dict[str, Any]

PACKAGE: Final = DOCS / "client" / "career_relay_client"
CONFIG: Final = DOCS / "client" / "generator.json"
TAKING_PART: Final = "/v1/companies"


def document(whole: Json) -> Json:
    """As much of the API's document as the client is made from."""
    paths = {path: _of_companies(path, asked) for path, asked in whole["paths"].items()}
    schemes = {"key": whole["components"]["securitySchemes"]["key"]}
    kept = {path: asked for path, asked in paths.items() if asked}
    schemas = _needed(kept, whole["components"]["schemas"])
    return {**whole, "paths": kept, "components": {"schemas": schemas, "securitySchemes": schemes}}


def _of_companies(path: str, operations: Json) -> Json:
    return {
        method: {**operation, "responses": _responses(operation["responses"])}
        for method, operation in operations.items()
        if path == TAKING_PART
        or (operation["security"] == [{"key": []}] and not path.startswith("/v1/agency/"))
    }


def _responses(responses: Json) -> Json:
    refused = [code for code in responses if int(code) >= 400]
    done = {code: said for code, said in responses.items() if code not in refused}
    return {**done, "default": responses[refused[0]]}


def _needed(asked: Any, schemas: Json) -> Json:
    """Those that are referred to, from there on."""
    found: Json = {}
    waiting = [asked]
    while waiting:
        names = {name for name in schemas if f'"#/components/schemas/{name}"' in _text(waiting[-1])}
        waiting.pop()
        new = names - found.keys()
        found |= {name: schemas[name] | {"title": title(name)} for name in new}
        waiting += [schemas[name] for name in sorted(new)]
    return dict(sorted(found.items()))


def title(schema: str) -> str:
    """Where two contracts name one alike, each says its module.

    >>> title("LinkAnswer"), title("shared__contracts__void__Request")
    ('LinkAnswer', 'VoidRequest')
    """
    *module, name = schema.split("__")
    return "".join(word.capitalize() for word in "_".join(module[-1:]).split("_")) + name


def _text(asked: Any) -> str:
    return json.dumps(asked, ensure_ascii=False)


def write(package: Path) -> None:
    """Anew, whatever is there. Raises AssertionError with what the generator could not make."""
    whole = json.loads((DOCS / "openapi.json").read_text(encoding="utf-8"))
    shutil.rmtree(package, ignore_errors=True)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "openapi.json"
        source.write_text(_text(document(whole)), encoding="utf-8")
        _generate(source, package)
    (package / "py.typed").touch()


def _generate(source: Path, package: Path) -> None:
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    told = ["--path", source, "--output-path", package, "--config", CONFIG, "--fail-on-warning"]
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    made = subprocess.run(
        [*command, *map(str, told)],
        env={**os.environ, "PATH": beside},
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stdout + made.stderr


def files(package: Path) -> dict[str, str]:
    """What each file says, by its name within the package."""
    return {
        str(path.relative_to(package)): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


if __name__ == "__main__":
    write(PACKAGE)
