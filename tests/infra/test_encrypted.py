"""What is kept is encrypted, and nothing is asked for in the clear.

CloudWatch encrypts every log group by itself; why with no key of ours: tests.infra.answered.
"""

from tests.infra.reading import Template, many, referred

POLICY_OF = {
    "SQS::Queue": ("SQS::QueuePolicy", "Queues"),
    "SNS::Topic": ("SNS::TopicPolicy", "Topics"),
    "S3::Bucket": ("S3::BucketPolicy", "Bucket"),
}


def test_queues_are_encrypted(stacks: list[Template]) -> None:
    for t in stacks:
        for name, queue in t.of("SQS::Queue").items():
            assert queue.get("SqsManagedSseEnabled") or queue.get("KmsMasterKeyId"), name


def test_topics_are_encrypted(stacks: list[Template]) -> None:
    for t in stacks:
        for name, topic in t.of("SNS::Topic").items():
            assert topic.get("KmsMasterKeyId"), name


def test_tables_are_encrypted(stacks: list[Template]) -> None:
    for t in stacks:
        for name, table in t.of("DynamoDB::GlobalTable").items():
            assert table["SSESpecification"]["SSEEnabled"] is True, name
        assert t.of("DynamoDB::Table") == {}, "of a kind no rule here reads"


def test_buckets_are_encrypted_and_no_strangers(stacks: list[Template]) -> None:
    for t in stacks:
        for name, bucket in t.of("S3::Bucket").items():
            assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"], name
            closed = bucket["PublicAccessBlockConfiguration"]
            assert set(closed.values()) == {True} and len(closed) == 4, name
            assert "AccessControl" not in bucket or "Public" not in bucket["AccessControl"], name


def test_our_keys_turn_every_year(stacks: list[Template]) -> None:
    for t in stacks:
        for name, key in t.of("KMS::Key").items():
            assert key["EnableKeyRotation"] is True, name


def test_queues_topics_and_buckets_refuse_plain_http(stacks: list[Template]) -> None:
    for t in stacks:
        for kind, (policies, field) in POLICY_OF.items():
            guarded = {
                referred(place)
                for policy in t.of(policies).values()
                if any(map(refuses_plain_http, policy["PolicyDocument"]["Statement"]))
                for place in many(policy[field])
            }
            assert t.of(kind).keys() - guarded == set(), t.name


def refuses_plain_http(statement: dict[str, object]) -> bool:
    plain = {"Bool": {"aws:SecureTransport": "false"}}
    return statement["Effect"] == "Deny" and statement.get("Condition") == plain
