"""No policy says more than it has to: no wildcards, no strangers, one service a role."""

from collections.abc import Iterator

from tests.infra.answered import ENTIRE
from tests.infra.reading import Props, Template, many

RESOURCE_POLICIES = {
    "SQS::QueuePolicy": "PolicyDocument",
    "SNS::TopicPolicy": "PolicyDocument",
    "S3::BucketPolicy": "PolicyDocument",
    "SecretsManager::ResourcePolicy": "ResourcePolicy",
    "KMS::Key": "KeyPolicy",
    "Logs::ResourcePolicy": "PolicyDocument",
}


def rights(t: Template) -> Iterator[tuple[str, Props]]:
    """What a role is allowed, by who allows it."""
    for name, policy in (t.of("IAM::Policy") | t.of("IAM::ManagedPolicy")).items():
        yield from ((name, s) for s in policy["PolicyDocument"]["Statement"])
    for name, role in t.of("IAM::Role").items():
        for policy in role.get("Policies", []):
            yield from ((name, s) for s in policy["PolicyDocument"]["Statement"])


def test_no_right_is_to_a_wildcard_of_actions(stacks: list[Template]) -> None:
    for t in stacks:
        for name, statement in rights(t):
            assert statement["Effect"] == "Allow"
            assert not {"NotAction", "NotResource"} & statement.keys(), name
            assert [a for a in many(statement["Action"]) if "*" in a] == [], name


def test_a_right_to_everything_is_to_what_aws_knows_no_part_of(stacks: list[Template]) -> None:
    for t in stacks:
        for name, statement in rights(t):
            if "*" in many(statement["Resource"]):
                assert set(many(statement["Action"])) <= ENTIRE.keys(), name


def test_no_role_has_a_policy_written_by_others(stacks: list[Template]) -> None:
    for t in stacks:
        for name, role in t.of("IAM::Role").items():
            assert "ManagedPolicyArns" not in role, name


def test_every_role_is_one_services(stacks: list[Template]) -> None:
    for t in stacks:
        for name, role in t.of("IAM::Role").items():
            [trust] = role["AssumeRolePolicyDocument"]["Statement"]
            assert (trust["Effect"], trust["Action"]) == ("Allow", "sts:AssumeRole"), name
            assert trust["Principal"].keys() == {"Service"}, name
            assert isinstance(trust["Principal"]["Service"], str), name


def test_nothing_is_open_to_strangers(stacks: list[Template]) -> None:
    for t in stacks:
        for kind, field in RESOURCE_POLICIES.items():
            for name, policy in t.of(kind).items():
                for statement in policy[field]["Statement"]:
                    if statement["Effect"] == "Allow":
                        assert not anybody(statement), name


def anybody(statement: Props) -> bool:
    principal = statement.get("Principal", "*")
    return "*" in many(principal.get("AWS") if isinstance(principal, dict) else principal)


def test_a_service_calls_a_function_for_one_thing_of_ours_alone(stacks: list[Template]) -> None:
    for t in stacks:
        for name, permission in t.of("Lambda::Permission").items():
            assert permission["Principal"].endswith(".amazonaws.com"), name
            assert "SourceArn" in permission or "SourceAccount" in permission, name
