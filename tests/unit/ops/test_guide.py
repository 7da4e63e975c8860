"""docs/deploy.md says what there is: every field, and no command that is not there."""

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from infra.context import StageSaid
from infra.ops.__main__ import ACTS, parsed
from infra.sources import ROOT

GUIDE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def fields(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """By their paths: agency.name, region."""
    for name, field in model.model_fields.items():
        inner = (field.annotation, *getattr(field.annotation, "__args__", ()))
        models = [m for m in inner if isinstance(m, type) and issubclass(m, BaseModel)]
        if models:
            yield from fields(models[0], f"{before}{name}.")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("field", list(fields(StageSaid)))
def test_every_field_of_a_stage_is_explained(field: str) -> None:
    rows = [line for line in GUIDE.splitlines() if line.startswith("| `")]
    assert any(f"`{field}`" in row.split("|")[1] for row in rows)


def targets() -> set[str]:
    words = re.findall(r"^([a-z ]+):", MAKEFILE, re.MULTILINE)
    return {target for line in words for target in line.split()}


def test_no_command_is_named_that_make_does_not_know() -> None:
    code = re.findall(r"`[^`]+`|^```sh\n.*?^```", GUIDE, re.MULTILINE | re.DOTALL)
    named = {act for text in code for act in re.findall(r"\bmake ([a-z]+)", text)}
    assert {"deploy", "sender", "destroy", "redrive", "replay"} <= named
    assert named - {"rollback"} <= targets(), "rollback is named as what there is not"
    assert "rollback" not in targets()


def test_every_act_but_sweep_has_its_target() -> None:
    assert ACTS.keys() - {"sweep"} <= targets()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["approve", "--", "co_1"], {"company_id": "co_1"}),
        (["key"], {"company_id": None, "scope": None}),
        (["key", "--member=", "--name=", "--role=", "--", "co_1"], {"company_id": "co_1"}),
        (["key", "--member=a@b", "--name=A B", "--role=adviser"], {"member": "a@b", "name": "A B"}),
        (["sender"], {}),
        (["deploy"], {}),
        (["destroy"], {}),
        (["redrive", "--queue=", "--go="], {"queue": "", "go": ""}),
        (["redrive", "--queue=Mail", "--go=1"], {"queue": "Mail", "go": "1"}),
        (["replay", "--from=a", "--to=b", "--go="], {"begin": "a", "end": "b", "go": ""}),
    ],
)
def test_what_make_says_is_understood(words: list[str], told: dict[str, str | None]) -> None:
    said = vars(parsed(["--stage", "dev", *words]))
    assert said["stage"] == "dev"
    assert said.items() >= told.items()
