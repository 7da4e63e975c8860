"""A right narrowed by KMS's encryption context is judged by it, as on AWS: ministack knows no such
condition, and refuses.
"""

import json
from typing import Any, Final

from ministack.core import iam_actions

CONDITION: Final = "kms:EncryptionContext:"


def install() -> None:
    tags_of = iam_actions.request_tag_context

    def with_its_context(service: str, action: str, body: bytes, *rest: Any) -> Any:
        told = tags_of(service, action, body, *rest)
        return {**told, **_context(body)} if service == "kms" else told

    iam_actions.request_tag_context = with_its_context


def _context(body: bytes) -> dict[str, str]:
    try:
        said = json.loads(body or b"{}").get("EncryptionContext") or {}
    except (ValueError, AttributeError):
        return {}
    return {f"{CONDITION}{name}": str(value) for name, value in said.items()}
