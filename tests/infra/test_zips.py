"""The archives that are sent: how large they are, and what Lambda finds when it unpacks them."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from aws_cdk import App

from infra import app
from infra.layer import layer_folder
from infra.sources import sources
from infra.stack import RelayStack
from infra.stage import Stage
from tests.infra.assets import DEPENDENCIES, SHARED, code, layer
from tests.infra.reading import read
from tests.infra.test_packaging import VERBS, trusted, uncompiled
from tests.support.zipped import LONG_AGO, unzipped, zipped

KB, MB = 1_000, 1_000_000
LARGEST_FUNCTION = 100 * KB
WITH_PAGES = {
    "agency": 400 * KB,
    "place": 350 * KB,
    "console": 400 * KB,
    "me": 150 * KB,
    "manage": 160 * KB,
}
"""Their pages and the words of both languages come with them: 343, 293, 361, 95 and 141 KB
were measured, in this order."""
LARGEST_LAYER = 12 * MB
LARGEST_SHARED = 2500 * KB
"""2279 KB were measured, more than half of it byte code; no static file is in it, and no chart."""


@pytest.mark.parametrize("verb", VERBS)
def test_a_functions_archive_is_small(verb: str, tmp_path: Path) -> None:
    assert zipped(code(verb), tmp_path).stat().st_size < WITH_PAGES.get(verb, LARGEST_FUNCTION)


@pytest.mark.parametrize("stage", ["local", "dev"])
def test_the_layers_archives_are_small(stage: str, tmp_path: Path) -> None:
    assert zipped(layer(DEPENDENCIES, stage), tmp_path).stat().st_size < LARGEST_LAYER
    assert zipped(layer(SHARED, stage), tmp_path).stat().st_size < LARGEST_SHARED


def test_every_source_in_an_archive_comes_with_byte_code_that_trusts_no_date(
    tmp_path: Path,
) -> None:
    for n, folder in enumerate([layer(DEPENDENCIES, "dev"), layer(SHARED, "dev"), code("click")]):
        archive = zipped(folder, tmp_path)
        assert {entry.date_time for entry in ZipFile(archive).infolist()} == {LONG_AGO}
        unzipped(archive, tmp_path / str(n))
        assert list((tmp_path / str(n)).rglob("*.py"))
        assert uncompiled(tmp_path / str(n)) == []


def test_byte_code_that_trusts_a_date_is_told_from_ours(tmp_path: Path) -> None:
    source = tmp_path / "dated.py"
    source.write_text("x = 1\n")
    compiled = tmp_path / "__pycache__" / "dated.cpython-313.pyc"
    compiled.parent.mkdir()
    good = next((code("click") / "functions" / "click" / "__pycache__").glob("flow.*")).read_bytes()
    for flags, expected in ((1, True), (0, False), (3, False)):
        compiled.write_bytes(good[:4] + flags.to_bytes(4, "little") + good[8:])
        assert trusted(source) == expected


def test_what_changes_in_a_layer_alone_is_a_new_version_of_every_function(tmp_path: Path) -> None:
    """Else `live` would stay with the old layer."""
    cdk = App(outdir=str(tmp_path), post_cli_context=app.FLAGS)
    with sources() as folder:
        (folder / "opt" / "python" / "shared" / "note.txt").write_text("new")
        RelayStack(cdk, Stage("local"), folder, layer_folder(None))
    cdk.synth()
    template = json.loads((tmp_path / "CareerRelay-local.template.json").read_text())
    before, after = versions(read("local").resources), versions(template["Resources"])
    assert len(before) == len(after) == len(read("local").functions())
    assert not before & after


def versions(resources: dict[str, Any]) -> set[str]:
    return {name for name, r in resources.items() if r["Type"] == "AWS::Lambda::Version"}
