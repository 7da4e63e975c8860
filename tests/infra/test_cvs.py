"""Where CVs lie: encrypted with our key, sent by our pages alone, gone when nobody judged them."""

import pytest

from infra.received import LOCAL_PAGES
from tests.infra.reading import Props, Template, many, read, referred


def cvs(t: Template) -> Props:
    [found] = [bucket for name, bucket in t.of("S3::Bucket").items() if name.startswith("Cvs")]
    return found


def test_a_cv_is_encrypted_with_the_key_of_what_is_known_of_people(shipped: Template) -> None:
    [rule] = cvs(shipped)["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["BucketKeyEnabled"] is True
    assert rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "aws:kms"
    key = referred(rule["ServerSideEncryptionByDefault"]["KMSMasterKeyID"])
    [table] = [t for name, t in shipped.of("DynamoDB::GlobalTable").items() if "Core" in name]
    [replica] = table["Replicas"]
    assert referred(replica["SSESpecification"]["KMSMasterKeyId"]) == key


def test_what_is_erased_is_gone_and_what_nobody_judged_goes_by_itself(shipped: Template) -> None:
    assert "VersioningConfiguration" not in cvs(shipped)
    rules = cvs(shipped)["LifecycleConfiguration"]["Rules"]
    expiring = {r["Prefix"]: r["ExpirationInDays"] for r in rules if "ExpirationInDays" in r}
    assert expiring == {"incoming/": 1}, "and nothing that was kept"
    assert any("AbortIncompleteMultipartUpload" in rule for rule in rules)


def origins(t: Template) -> list[object]:
    [rule] = cvs(t)["CorsConfiguration"]["CorsRules"]
    assert rule["AllowedMethods"] == ["POST"]
    return many(rule["AllowedOrigins"])


def test_only_our_own_pages_may_send_one() -> None:
    assert origins(read("prod")) == ["https://relay.agency.example"]
    assert origins(read("local")) == [LOCAL_PAGES]
    [ours] = origins(read("dev"))
    assert referred(ours).startswith("EdgeDistribution")


@pytest.mark.parametrize("stage", ["local", "dev", "prod"])
def test_only_who_may_reads_them_is_told_where_they_are(stage: str) -> None:
    functions = read(stage).functions().items()
    told = {verb for verb, f in functions if "CV_BUCKET" in f["Environment"]["Variables"]}
    assert told == {"place", "file", "me"}
