"""What is inside each asset, and that it runs on what Lambda gives beside it: boto3, no more."""

import json
import os
import struct
import subprocess
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest

from infra.local.lambda_python import lambda_python
from infra.sources import ROOT
from shared.pages.statics import names
from tests.infra.assets import DEPENDENCIES, SHARED, code, layer, layers_of
from tests.infra.reading import read

VERBS = sorted(path.parent.name for path in (ROOT / "functions").glob("*/handler.py"))
UNCHECKED_HASH = 0b01
ARM64 = 183  # e_machine of ELF
LARGEST_LAYER = 27_000_000
LARGEST_SHARED = 4_800_000
LARGEST_CODE = 1_100_000
BARE = {
    "AWS_DEFAULT_REGION": "ap-northeast-1",
    "POWERTOOLS_SERVICE_NAME": "x",
    "POWERTOOLS_METRICS_NAMESPACE": "x",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def ask(verb: str, question: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Bare Python 3.13 with boto3, the layers and one verb's code, as on Lambda."""
    path = os.pathsep.join(map(str, [code(verb), *(one / "python" for one in layers_of(verb))]))
    return subprocess.run(
        [str(lambda_python()), "-P", "-c", question],
        capture_output=True,
        text=True,
        cwd="/",
        env={**BARE, "PYTHONPATH": path, **environment},
        timeout=60,
    )


@pytest.mark.parametrize("verb", VERBS)
def test_an_asset_holds_its_own_verb_and_no_other(verb: str) -> None:
    functions = {p.name for p in (code(verb) / "functions").iterdir()}
    assert functions == {"__init__.py", "__pycache__", verb}
    inside = {p.name for p in code(verb).iterdir()}
    assert inside - {"functions"} == ({"docs"} if verb == "manage" else set())


def test_manage_carries_the_document_it_serves_and_nothing_else_of_docs() -> None:
    docs = code("manage") / "docs"
    assert [p.name for p in docs.rglob("*")] == ["openapi.json"]
    assert (docs / "openapi.json").read_bytes() == (ROOT / "docs" / "openapi.json").read_bytes()


@pytest.mark.parametrize("verb", VERBS)
def test_an_asset_and_the_layers_import_on_a_bare_interpreter(verb: str) -> None:
    done = ask(verb, f"import functions.{verb}.handler as h; assert callable(h.handle)")
    assert done.returncode == 0, done.stderr


def test_an_asset_knows_static_files_by_name_and_carries_none() -> None:
    [told] = (layer(SHARED, "dev") / "python" / "shared" / "pages" / "static").iterdir()
    assert json.loads(told.read_text()) == names()
    assert not [*layer(SHARED, "dev").rglob("*.js")], "nor a library of others"


def test_click_starts_without_pydantic() -> None:
    done = ask("click", "import sys, functions.click.handler; print('pydantic' in sys.modules)")
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_a_function_without_a_setting_dies_at_start_and_names_it(verb: str) -> None:
    done = ask(verb, f"import functions.{verb}.handler", AWS_LAMBDA_FUNCTION_NAME=verb)
    assert "MissingSetting: environment variable" in done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_code_is_small_and_all_of_it_compiled(verb: str) -> None:
    assert size(code(verb)) < LARGEST_CODE
    assert uncompiled(code(verb)) == []


@pytest.mark.parametrize("stage", ["local", "dev"])
def test_the_layers_are_small_and_all_of_them_compiled(stage: str) -> None:
    assert size(layer(DEPENDENCIES, stage)) < LARGEST_LAYER
    assert size(layer(SHARED, stage)) < LARGEST_SHARED
    assert uncompiled(layer(DEPENDENCIES, stage)) == []
    assert uncompiled(layer(SHARED, stage)) == []


def test_every_function_has_both_layers_and_shared_holds_what_we_share_alone() -> None:
    for verb in VERBS:
        assert layers_of(verb) == [layer(DEPENDENCIES), layer(SHARED)]
    assert [p.name for p in layer(SHARED).iterdir()] == ["python"]
    assert [p.name for p in (layer(SHARED) / "python").iterdir()] == ["shared"]


def test_the_layer_for_aws_is_for_its_processor() -> None:
    machines = {so.name: elf_machine(so) for so in layer(DEPENDENCIES, "dev").rglob("*.so")}
    assert machines
    assert set(machines.values()) == {ARM64}


def test_the_layer_brings_nothing_the_runtime_has_and_no_tests() -> None:
    brought = {p.name for p in (layer(DEPENDENCIES, "dev") / "python").iterdir()}
    assert "pydantic" in brought
    assert not {"boto3", "botocore", "bin"} & brought
    assert not list(layer(DEPENDENCIES, "dev").glob("python/*/tests"))


def test_the_same_sources_make_the_same_assets_wherever_they_are_built() -> None:
    for verb in read("local").functions():
        assert code(verb, "local").name == code(verb, "prod").name
    assert layer(SHARED, "local").name == layer(SHARED, "prod").name


def test_byte_code_names_files_where_lambda_unpacks_them() -> None:
    flow = next((code("click") / "functions" / "click" / "__pycache__").glob("flow.*.pyc"))
    assert b"/var/task/functions/click/flow.py" in flow.read_bytes()
    retry = next((layer(SHARED) / "python" / "shared" / "__pycache__").glob("retry.*.pyc"))
    assert b"/opt/python/shared/retry.py" in retry.read_bytes()


def uncompiled(folder: Path) -> list[str]:
    """Sources whose byte code is missing, of another Python, or trusts a date."""
    return [str(source) for source in folder.rglob("*.py") if not trusted(source)]


def trusted(source: Path) -> bool:
    compiled = source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc"
    if not compiled.exists():
        return False
    head = compiled.read_bytes()[:8]
    return head[:4] == MAGIC_NUMBER and struct.unpack("<I", head[4:])[0] == UNCHECKED_HASH


def elf_machine(library: Path) -> int:
    return int(struct.unpack("<H", library.read_bytes()[18:20])[0])


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
