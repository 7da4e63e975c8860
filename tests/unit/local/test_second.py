"""`make second`: what an authenticator app would say, for who has none at hand."""

import json
from pathlib import Path

import pytest

from infra.local import second
from infra.local.second import codes

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""Of RFC 6238's examples."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RELAY_STATE", str(tmp_path))
    monkeypatch.delenv("SECRET", raising=False)
    return tmp_path


def test_the_code_is_the_standards_and_says_for_how_long_it_is_good() -> None:
    code, left = codes({"somebody": SECRET}, 59)
    assert code == "287082  somebody"
    assert left.startswith("Good for 1 s")


def test_the_demos_people_have_one_each(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hanako = {"email": "hanako@agency.example", "role": "manager", "second_factor": SECRET}
    (state / "outputs.json").write_text(json.dumps({"demo": {"agency": [hanako]}}))
    assert second.main() == 0
    assert "hanako@agency.example (manager)" in capsys.readouterr().out


def test_a_secret_is_typed_as_the_page_shows_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECRET", "gezd GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    assert second.main() == 0
    assert "by that secret" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("secret", "known", "why"),
    [
        ("", None, "start one first"),
        ("", {"company": {}}, "SECRET="),
        ("not a secret", None, "32 letters"),
    ],
)
def test_without_a_secret_it_says_what_to_do(
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    secret: str,
    known: dict[str, object] | None,
    why: str,
) -> None:
    monkeypatch.setenv("SECRET", secret)
    if known is not None:
        (state / "outputs.json").write_text(json.dumps(known))
    assert second.main() == 1
    assert why in capsys.readouterr().err
