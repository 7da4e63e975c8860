"""Text travels gzipped to who can read it, as CloudFront sends it."""

import gzip
from typing import Final

from infra.local.front.http import Answer, Request, without

_SMALLEST_BYTES, _LARGEST_BYTES = 1_000, 10_000_000
_TEXT: Final = (
    "text/",
    "application/json",
    "application/problem+json",
    "application/javascript",
    "image/svg+xml",
)


def compressed(request: Request, answer: Answer) -> Answer:
    if not _worth_it(answer) or not accepts_gzip(request.header(b"accept-encoding")):
        return answer
    headers = [
        *without(answer.headers, b"vary"),
        (b"content-encoding", b"gzip"),
        (b"vary", ", ".join(filter(None, [answer.header(b"vary"), "Accept-Encoding"])).encode()),
    ]
    return Answer(answer.status, headers, gzip.compress(answer.body, 6, mtime=0))


def accepts_gzip(said: str) -> bool:
    """Whether an `Accept-Encoding` has gzip in it, and not with `q=0`.

    >>> accepts_gzip("br, gzip;q=0.8"), accepts_gzip("gzip;q=0"), accepts_gzip("")
    (True, False, False)
    """
    for part in said.lower().split(","):
        coding, _, weight = part.strip().partition(";")
        if coding.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _worth_it(answer: Answer) -> bool:
    return (
        _SMALLEST_BYTES <= len(answer.body) <= _LARGEST_BYTES
        and not answer.header(b"content-encoding")
        and answer.header(b"content-type").startswith(_TEXT)
    )
