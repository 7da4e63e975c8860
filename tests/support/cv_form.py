"""A page's form, filled in and sent: multipart/form-data, the file last."""

from collections.abc import Mapping

import httpx
from botocore.awsrequest import AWSPreparedRequest
from botocore.compat import HTTPHeaders

from tests.support.in_process import answered


def filled_in(
    url: str, fields: Mapping[str, str], content: bytes, origin: str = "", **other: str
) -> httpx.Request:
    """`other` fields in the place of those that were offered; `_` for a dash."""
    said = dict(fields) | {name.replace("_", "-"): value for name, value in other.items()}
    headers = {"Origin": origin} if origin else {}
    file = {"file": ("履歴書.pdf", content, "application/octet-stream")}
    return httpx.Request("POST", url, data=said, files=file, headers=headers)


def sent(request: httpx.Request) -> tuple[int, str]:
    """To the engine in this process: its status and the refusal's code."""
    headers = HTTPHeaders.from_pairs(request.headers.items())
    asked = AWSPreparedRequest(request.method, str(request.url), headers, request.read(), False)
    reply = answered(asked)
    return reply.status_code, reply.content.decode().partition("<Code>")[2].partition("</Code>")[0]
