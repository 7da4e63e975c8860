"""Static files into their bucket, as S3 takes them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from infra.ops.statics import publish
from shared.pages.statics import statics

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

BUCKET = "files"


@pytest.fixture
def s3() -> Iterator["S3Client"]:
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket=BUCKET)
        yield client


def test_what_is_missing_goes_in_as_it_will_be_served(s3: "S3Client") -> None:
    assert publish(BUCKET, s3) == [static.key for static in statics()]
    for static in statics():
        found = s3.get_object(Bucket=BUCKET, Key=static.key)
        assert found["Body"].read() == static.body
        assert found["ContentType"] == static.content_type
        assert found["CacheControl"] == static.cache_control


def test_what_is_there_stays_and_nothing_is_taken_away(s3: "S3Client") -> None:
    s3.put_object(Bucket=BUCKET, Key="static/of-the-version-before.js", Body=b"x")
    publish(BUCKET, s3)
    assert publish(BUCKET, s3) == ["favicon.ico"]
    s3.head_object(Bucket=BUCKET, Key="static/of-the-version-before.js")
