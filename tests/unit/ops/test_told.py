"""What is refused before AWS is asked anything: each in a sentence that says what to do."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.context import FILE, ContextRefusedError
from infra.ops.refusal import RefusedError
from infra.ops.told import EXAMPLE, region_of, told
from infra.sources import ROOT
from tests.support.assembly import CONTEXT

DEV: dict[str, Any] = CONTEXT["dev"]["dev"]


def says(folder: Path, **stages: Any) -> Path:
    (folder / FILE).write_text(json.dumps(stages, ensure_ascii=False))
    return folder


@pytest.mark.parametrize("stage", ["local", "staging", ""])
def test_another_stage_is_refused_by_name(stage: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=rf"STAGE is dev or prod, not {stage}"):
        told(stage, says(tmp_path, dev=DEV))


def test_a_missing_file_is_refused_with_the_line_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=f"cp {EXAMPLE} {FILE}"):
        told("dev", tmp_path)


@pytest.mark.parametrize("text", ["{", '["dev"]'])
def test_a_file_that_is_no_object_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(RefusedError, match=f"{FILE} is not"):
        told("dev", tmp_path)


def test_a_stage_the_file_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="says nothing of prod"):
        told("prod", says(tmp_path, dev=DEV))


def test_a_wrong_field_is_named_with_an_example(tmp_path: Path) -> None:
    with pytest.raises(ContextRefusedError, match=r"sender is missing .for example no-reply@"):
        told("dev", says(tmp_path, dev={k: v for k, v in DEV.items() if k != "sender"}))


def test_what_is_told_well_is_read(tmp_path: Path) -> None:
    said = told("dev", says(tmp_path, dev=DEV))
    assert (said.sender, said.manager.email) == (DEV["sender"], DEV["manager"]["email"])


@pytest.mark.parametrize("stage", ["dev", "prod"])
def test_the_example_is_valid_as_it_stands(stage: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text((ROOT / EXAMPLE).read_text(encoding="utf-8"), encoding="utf-8")
    assert told(stage, tmp_path).operators


def test_the_region_is_known_though_something_else_is_wrong(tmp_path: Path) -> None:
    """A lapsed licence keeps nobody from redriving a queue."""
    lapsed = DEV | {
        "region": "eu-west-1",
        "agency": DEV["agency"] | {"licence_until": "2001-01-01"},
    }
    assert region_of("dev", says(tmp_path, dev=lapsed)) == "eu-west-1"
    assert region_of("prod", tmp_path) == "ap-northeast-1"
