"""ministack keeps no `BucketEncryption` of a template: every object of such a bucket is encrypted
as AWS would, by the bucket's own default.
"""

from typing import Any
from xml.sax.saxutils import escape

from ministack.services import s3
from ministack.services.cloudformation import provisioners


def install() -> None:
    provisioners._S3_BUCKET_CONFIGURATIONS = (
        *provisioners._S3_BUCKET_CONFIGURATIONS,
        ("BucketEncryption", _xml, s3._put_bucket_encryption, s3._delete_bucket_encryption),
    )


def _xml(said: dict[str, Any]) -> bytes:
    rules = "".join(map(_rule, said.get("ServerSideEncryptionConfiguration", [])))
    whole = f"<ServerSideEncryptionConfiguration>{rules}</ServerSideEncryptionConfiguration>"
    return whole.encode()


def _rule(said: dict[str, Any]) -> str:
    default = said.get("ServerSideEncryptionByDefault", {})
    named = "".join(
        f"<{name}>{escape(str(default[name]))}</{name}>"
        for name in ("SSEAlgorithm", "KMSMasterKeyID")
        if name in default
    )
    by_default = f"<ApplyServerSideEncryptionByDefault>{named}</ApplyServerSideEncryptionByDefault>"
    return f"<Rule>{by_default}</Rule>"
