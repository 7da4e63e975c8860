"""A template with the stacks inside it unfolded: what is there, whichever file it is in."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

KIND = "AWS::CloudFormation::Stack"


def unfolded(template: dict[str, Any], folder: Path) -> dict[str, Any]:
    resources = dict(template["Resources"])
    nested = {name: one for name, one in resources.items() if one["Type"] == KIND}
    told: dict[tuple[str, str], Any] = {}
    for name, one in nested.items():
        inner = _inside(one, folder)
        given = one["Properties"].get("Parameters", {})
        said = {key: output["Value"] for key, output in inner.get("Outputs", {}).items()}
        told |= {(name, f"Outputs.{key}"): _put(value, given, {}) for key, value in said.items()}
        resources |= _put(inner["Resources"], given, {})
        del resources[name]
    return _without(_put({**template, "Resources": resources}, {}, told), nested.keys())


def _inside(stack: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """By the hash its address ends with."""
    [found] = [
        file
        for file in folder.glob("*.assets.json")
        for asset in json.loads(file.read_text())["files"].items()
        if asset[0] in json.dumps(stack["Properties"]["TemplateURL"])
        for file in [folder / asset[1]["source"]["path"]]
    ]
    inner: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    return inner


def _put(value: Any, given: Mapping[str, Any], told: Mapping[tuple[str, str], Any]) -> Any:
    """With what a parameter was given, and what an output says, in their places."""
    match value:
        case {"Ref": str(name)} if name in given:
            return given[name]
        case {"Fn::GetAtt": [str(name), str(what)]} if (name, what) in told:
            return told[name, what]
        case dict():
            return {key: _put(inner, given, told) for key, inner in value.items()}
        case list():
            return [_put(inner, given, told) for inner in value]
    return value


def _without(template: dict[str, Any], gone: Any) -> dict[str, Any]:
    """Nothing waits for what is no resource any more."""
    for resource in template["Resources"].values():
        if "DependsOn" in resource:
            waits = resource["DependsOn"]
            names = [name for name in ([waits] if isinstance(waits, str) else waits)]
            resource["DependsOn"] = [name for name in names if name not in gone]
            if not resource["DependsOn"]:
                del resource["DependsOn"]
    return template
