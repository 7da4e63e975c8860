"""Where companies' files of results lie: encrypted with our key, and for a day at the most."""

import pytest

from infra.received import LOCAL_PAGES
from tests.infra.reading import Props, Template, many, read, referred


def imports(t: Template) -> Props:
    buckets = t.of("S3::Bucket").items()
    [found] = [bucket for name, bucket in buckets if name.startswith("Imports")]
    return found


def test_a_file_is_encrypted_with_the_key_of_what_is_known_of_people(shipped: Template) -> None:
    [rule] = imports(shipped)["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "aws:kms"
    key = referred(rule["ServerSideEncryptionByDefault"]["KMSMasterKeyID"])
    cvs = next(bucket for name, bucket in shipped.of("S3::Bucket").items() if "Cvs" in name)
    [theirs] = cvs["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert key == referred(theirs["ServerSideEncryptionByDefault"]["KMSMasterKeyID"])


def test_whatever_is_left_goes_in_a_day_and_is_gone_then(shipped: Template) -> None:
    assert "VersioningConfiguration" not in imports(shipped)
    rules = imports(shipped)["LifecycleConfiguration"]["Rules"]
    [expiring] = [rule for rule in rules if "ExpirationInDays" in rule]
    assert (expiring["ExpirationInDays"], expiring.get("Prefix")) == (1, None)
    assert any("AbortIncompleteMultipartUpload" in rule for rule in rules)


@pytest.mark.parametrize(
    ("stage", "origin"), [("prod", "https://relay.agency.example"), ("local", LOCAL_PAGES)]
)
def test_only_our_own_pages_may_send_one(stage: str, origin: str) -> None:
    [rule] = imports(read(stage))["CorsConfiguration"]["CorsRules"]
    assert (rule["AllowedMethods"], many(rule["AllowedOrigins"])) == (["POST"], [origin])


def test_only_who_may_reads_them_is_told_where_they_are(shipped: Template) -> None:
    functions = shipped.functions().items()
    told = {verb for verb, f in functions if "IMPORT_BUCKET" in f["Environment"]["Variables"]}
    assert told == {"manage", "console", "import_csv"}
