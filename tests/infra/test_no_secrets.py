"""A template is read by many: no secret is in it, nor where a function's settings are shown."""

import json
import re

import pytest

from tests.infra.reading import Template

SECRETIVE = re.compile(r"(SECRET|TOKEN|PASSWORD|CREDENTIAL|PRIVATE|API_?KEY)")
RANDOM = re.compile(r"(?=[A-Za-z0-9+_=-]*[0-9])(?=[A-Za-z0-9+_=-]*[A-Za-z])[A-Za-z0-9+_=-]{32,}")
RESOLVED = re.compile(r"\{\{resolve:(secretsmanager|ssm-secure):")


def is_telling(name: str, value: object) -> bool:
    """A reference names a thing; what is written out may be the thing itself."""
    if isinstance(value, dict):
        return bool(RESOLVED.search(json.dumps(value)))
    return bool(
        SECRETIVE.search(name.upper()) or RANDOM.search(str(value)) or RESOLVED.search(str(value))
    )


def test_no_function_is_told_a_secret(stacks: list[Template]) -> None:
    for t in stacks:
        for function in t.of("Lambda::Function").values():
            variables = function.get("Environment", {}).get("Variables", {})
            told = [name for name, value in variables.items() if is_telling(name, value)]
            assert told == [], function["Handler"]


def test_no_parameter_holds_a_secret(stacks: list[Template]) -> None:
    for t in stacks:
        for name, parameter in t.parameters.items():
            assert not (parameter.get("NoEcho") and "Default" in parameter), name
            assert not is_telling("", parameter.get("Default", "")), name


def test_every_secret_is_made_where_nobody_sees_it(stacks: list[Template]) -> None:
    for t in stacks:
        for name, secret in t.of("SecretsManager::Secret").items():
            assert "SecretString" not in secret, name
            assert "GenerateSecretString" in secret, name


@pytest.mark.parametrize(
    ("name", "value", "telling"),
    [
        ("PEPPER_SECRET", {"Ref": "Pepper"}, False),
        ("PEPPER_SECRET", "hunter2", True),
        ("BUS_NAME", "career-relay", False),
        ("AGENCY", '{"privacy_url": "https://agency.example/privacy"}', False),
        ("X", "kD83hf72ndK02jfn38fhs9Qmw7dhGf6a", True),
        ("X", {"Fn::Join": ["", ["{{resolve:secretsmanager:", {"Ref": "Origin"}, "}}"]]}, True),
    ],
)
def test_a_secret_is_told_from_a_name(name: str, value: object, telling: bool) -> None:
    assert is_telling(name, value) is telling
