"""Static files as CloudFront serves them from its bucket: same paths, same headers."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from infra.edge.headers import ON_STATIC_FILES
from infra.local.front.http import Answer, Headers, Request
from shared.pages.statics import PREFIX, Static, statics

_SAFE: Final[Headers] = [
    (name.lower().encode(), value.encode()) for name, value in ON_STATIC_FILES.items()
]
_MISSING: Final = Answer(403, [*_SAFE, (b"content-type", b"application/xml")], b"")
"""S3's word for what is not there, to whoever may not list it."""


@cache
def _by_path() -> Mapping[str, Static]:
    return {f"/{static.key}": static for static in statics()}


def is_asked(request: Request) -> bool:
    return request.path.startswith(f"/{PREFIX}") or request.path in _by_path()


def answer(request: Request) -> Answer:
    if request.method not in ("GET", "HEAD"):
        return Answer(405, [*_SAFE, (b"allow", b"GET, HEAD")], b"")
    found = _by_path().get(request.path)
    return _shown(found) if found else _MISSING


def _shown(static: Static) -> Answer:
    kept = [
        (b"content-type", static.content_type.encode()),
        (b"cache-control", static.cache_control.encode()),
    ]
    return Answer(200, [*kept, *_SAFE], static.body)
