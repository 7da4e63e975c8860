"""Static files into their bucket: what is missing goes in, and nothing is ever taken away.

A page of the version before may still be open somewhere and name the file of its day.
"""

from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import ClientError

from shared.pages.statics import FOR_EVER, Static, statics

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

THERE_ALREADY: Final = "PreconditionFailed"


def publish(bucket: str, client: "S3Client") -> list[str]:
    """The keys that were written. What may change under its name is written every time."""
    return [static.key for static in statics() if _put(static, bucket, client)]


def _put(static: Static, bucket: str, client: "S3Client") -> bool:
    once: Any = {"IfNoneMatch": "*"} if static.cache_control == FOR_EVER else {}
    try:
        client.put_object(
            Bucket=bucket,
            Key=static.key,
            Body=static.body,
            ContentType=static.content_type,
            CacheControl=static.cache_control,
            **once,
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != THERE_ALREADY:
            raise
        return False
    return True
