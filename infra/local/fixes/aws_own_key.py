"""ministack wants a key named for `aws:kms`; AWS takes its own, `aws/s3`, where none is. The CDK's
own uploads name none.
"""

from typing import Any, Final

from ministack.services import s3

AWS_OWN: Final = "alias/aws/s3"
_SSE: Final = "x-amz-server-side-encryption"
_KEY: Final = f"{_SSE}-aws-kms-key-id"


def install() -> None:
    asked = s3._resolve_sse_write_headers

    def with_a_key(headers: dict[str, Any], bucket_name: str) -> Any:
        if headers.get(_SSE) == "aws:kms" and not headers.get(_KEY):
            headers = {**headers, _KEY: AWS_OWN}
        return asked(headers, bucket_name)

    s3._resolve_sse_write_headers = with_a_key
