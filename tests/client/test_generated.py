"""The client is what the generator makes of the published document, and no other."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.client import PACKAGE, document, files, write
from tests.support.schemas import DOCS


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((DOCS / "openapi.json").read_text(encoding="utf-8"))
    return told


def test_the_client_is_the_documents(tmp_path: Path) -> None:
    write(tmp_path / "client")
    fresh, kept = files(tmp_path / "client"), files(PACKAGE)
    assert fresh.keys() == kept.keys(), "run `make client`"
    assert [name for name in fresh if fresh[name] != kept[name]] == [], "run `make client`"


def test_it_asks_all_a_companys_key_may_and_nothing_of_the_agency(whole: dict[str, Any]) -> None:
    kept = document(whole)["paths"]
    mine = {
        path
        for path, asked in whole["paths"].items()
        if any(one["security"] == [{"key": []}] for one in asked.values())
        and not path.startswith("/v1/agency/")
    }
    assert kept.keys() == mine | {"/v1/companies"}


def test_each_operation_has_a_name_of_its_own(whole: dict[str, Any]) -> None:
    names = [one["operationId"] for asked in whole["paths"].values() for one in asked.values()]
    assert len(names) == len(set(names)) > 50


def test_nothing_it_has_refers_to_what_was_left_out(whole: dict[str, Any]) -> None:
    made = document(whole)
    said = json.dumps(made)
    named = {part.split('"')[0] for part in said.split('"#/components/schemas/')[1:]}
    assert named == made["components"]["schemas"].keys()
