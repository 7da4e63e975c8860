"""Whatever can be tagged says whose it is: the bill and an operator's search rest on it."""

from typing import Any, Final

from tests.infra.reading import Template

EVERY_KIND: Final = "us-east-1"
"""The region whose provider schemas know every kind of resource, CloudFront's too."""


def tags_of(kind: str, properties: Any) -> Any:
    """Its tags, whatever they are called there; None for what cannot have any."""
    if kind == "AWS::DynamoDB::GlobalTable":  # a replica has them, the table has none
        return [tag for replica in properties["Replicas"] for tag in replica.get("Tags", [])]
    # slow to import: one worker needs it
    from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER, ResourceNotFoundError

    try:
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(EVERY_KIND, kind).schema
    except ResourceNotFoundError:
        return None
    tagging = schema.get("tagging") or {}
    if not tagging.get("taggable"):
        return None
    return properties.get(tagging.get("tagProperty", "/properties/Tags").rpartition("/")[2], [])


def by_name(tags: Any) -> dict[str, str]:
    return tags if isinstance(tags, dict) else {tag["Key"]: tag["Value"] for tag in tags}


def test_every_resource_that_can_be_tagged_names_the_project_and_the_stage(
    stacks: list[Template],
) -> None:
    for t in stacks:
        for name, resource in t.resources.items():
            tags = tags_of(resource["Type"], resource.get("Properties", {}))
            if tags is not None:
                said = by_name(tags)
                assert (said.get("project"), said.get("stage")) == ("career-relay", t.stage), name


def test_a_queue_can_be_tagged_and_a_policy_cannot() -> None:
    assert tags_of("AWS::SQS::Queue", {}) == []
    assert tags_of("AWS::SQS::QueuePolicy", {}) is None
