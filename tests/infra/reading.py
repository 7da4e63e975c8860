"""A template in its own words: what is there, and what refers to what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.support.assembly import synthesized, template

type Props = dict[str, Any]


@dataclass(frozen=True)
class Template:
    stage: str
    resources: dict[str, Any]
    name: str = "CareerRelay"
    """Of its stack, without the stage."""
    parameters: dict[str, Any] = field(default_factory=dict)

    def of(self, kind: str) -> dict[str, Props]:
        """Properties by logical id; `kind` as in SQS::Queue."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.resources.items()
            if resource["Type"] == f"AWS::{kind}"
        }

    def properties(self, name: str) -> Props:
        found: Props = self.resources[name]["Properties"]
        return found

    def functions(self) -> dict[str, Props]:
        """By verb."""
        return {verb_of(p): p for p in self.of("Lambda::Function").values()}

    def verb(self, reference: Any) -> str:
        return verb_of(self.resources[self.function(reference)]["Properties"])

    def function(self, reference: Any) -> str:
        """The logical id of the function a reference calls, by its alias or itself."""
        return function_behind(self.resources, reference)

    def statements(self, verb: str) -> Iterator[tuple[set[str], set[str]]]:
        """(actions, resources) a function is allowed."""
        role = referred(self.functions()[verb]["Role"])
        for policy in self.of("IAM::Policy").values():
            if role in map(referred, policy["Roles"]):
                for statement in policy["PolicyDocument"]["Statement"]:
                    assert statement["Effect"] == "Allow"
                    yield (
                        set(many(statement["Action"])),
                        {called(resource) for resource in many(statement["Resource"])},
                    )


def read(stage: str) -> Template:
    return Template(stage, template(stage)["Resources"])


def read_all(stage: str) -> list[Template]:
    """Every stack of a stage, with those inside it unfolded."""
    files = sorted(synthesized(stage).glob(f"*-{stage}.template.json"))
    names = [file.name.removesuffix(f"-{stage}.template.json") for file in files]
    read = {name: template(stage, name) for name in names}
    return [Template(stage, t["Resources"], n, t.get("Parameters", {})) for n, t in read.items()]


def verb_of(function: Props) -> str:
    return str(re.fullmatch(r"functions\.(\w+)\.handler\.handle", function["Handler"])[1])  # type: ignore[index]


def many(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]


def referred(reference: Any) -> str:
    """The logical id a reference is about, however it is wrapped."""
    match reference:
        case {"Ref": name} | {"Fn::GetAtt": [name, _]}:
            return str(name)
        case {"Fn::Join": [_, parts]}:
            return next(referred(p) for p in parts if isinstance(p, dict) and not is_pseudo(p))
        case {"Fn::Select": [_, {"Fn::Split": [_, inner]}]}:
            return referred(inner)
    raise AssertionError(f"refers to nothing here: {reference}")


def function_behind(resources: Props, reference: Any) -> str:
    """The logical id of the function a reference calls: everything that calls, calls an alias."""
    found = resources[referred(reference)]
    assert found["Type"] == "AWS::Lambda::Alias", f"not called by its alias: {reference}"
    return referred(found["Properties"]["FunctionName"])


def is_pseudo(reference: Props) -> bool:
    return str(reference.get("Ref", "")).startswith("AWS::")


def _of_another_stack(reference: Any) -> str:
    """identity/example.org, of an ARN that names nothing here but account and region."""
    match reference:
        case {"Fn::Join": [_, parts]} if all(isinstance(p, str) or is_pseudo(p) for p in parts):
            return str(parts[-1]).removeprefix(":")
    return ""


def called(reference: Any) -> str:
    """A resource without the hash CDK gives its name, and what of it: Core, Core/index/due."""
    if isinstance(reference, str):
        return reference
    if name := _of_another_stack(reference):
        return name
    name = re.sub(r"[0-9A-F]{8}$", "", referred(reference))
    match reference:
        case {"Fn::Join": [_, [*_, str(last)]]}:
            return name + last
        case {"Fn::GetAtt": [_, "StreamArn"]}:
            return f"{name}/stream"
    return name
