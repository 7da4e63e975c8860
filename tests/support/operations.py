"""What an operation of the API is called, and among which: by its method and its path alone.

>>> name("post", "/v1/links/{link_id}/void-windows")
'post_link_void_windows'
>>> name("get", "/v1/links/{link_id}"), name("get", "/v1/links")
('get_link', 'get_links')
>>> tag("/v1/job-orders/{job_order_id}/credit"), tag("/v1/agency/rules"), tag("/r/{slug}")
('job-orders', 'agency', 'candidates')
"""

from typing import Final

_ONE: Final = {"companies": "company", "deliveries": "delivery"}


def name(method: str, path: str) -> str:
    """A list followed by which of it is meant is one of its things."""
    parts = path.removeprefix("/v1/").strip("/").split("/")
    words = [_said(part, parts[n + 1 : n + 2]) for n, part in enumerate(parts) if "{" not in part]
    return "_".join([method, *words]).replace("-", "_").replace(".", "_")


def _said(part: str, following: list[str]) -> str:
    one = following and following[0].startswith("{")
    return _ONE.get(part, part.removesuffix("s")) if one else part


def tag(path: str) -> str:
    return path.split("/")[2] if path.startswith("/v1/") else "candidates"
