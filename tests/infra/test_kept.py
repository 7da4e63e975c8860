"""What holds something says what becomes of it when its stack goes, and no default decides."""

from tests.infra.reading import Template

HOLDS = {
    "DynamoDB::GlobalTable",
    "KMS::Key",
    "Logs::LogGroup",
    "S3::Bucket",
    "SecretsManager::Secret",
    "SQS::Queue",
}
NO_DATA = {"WatchOperatorsKey"}
"""Of an alarm nothing is left once it was told."""
DATA = {"DynamoDB::GlobalTable", "KMS::Key", "S3::Bucket", "SecretsManager::Secret"}


def test_whatever_holds_something_says_what_becomes_of_it(stacks: list[Template]) -> None:
    for t in stacks:
        for name, resource in t.resources.items():
            if resource["Type"].removeprefix("AWS::") in HOLDS:
                assert resource.get("DeletionPolicy") in {"Delete", "Retain"}, name
                assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"], name


def test_data_is_kept_on_prod_and_leaves_nothing_behind_on_dev(stacks: list[Template]) -> None:
    for t in stacks:
        for name, resource in t.resources.items():
            if resource["Type"].removeprefix("AWS::") in DATA and name[:-8] not in NO_DATA:
                kept = "Retain" if t.stage == "prod" else "Delete"
                assert resource["DeletionPolicy"] == kept, name
