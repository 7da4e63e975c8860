"""ministack asks a role for `ses:SendEmail` on `*`; AWS asks on the identity the mail is from."""

import json
from email.utils import parseaddr

from ministack.core import iam_actions


def install() -> None:
    resource = iam_actions._ses_v2_resource_arn

    def named(method: str, path: str, body: bytes, region: str, account: str) -> str:
        if method == "POST" and path.rstrip("/").endswith("/v2/email/outbound-emails"):
            return f"arn:aws:ses:{region}:{account}:identity/{domain(body)}"
        return str(resource(method, path, body, region, account))

    iam_actions._ses_v2_resource_arn = named


def domain(body: bytes) -> str:
    """We send from a domain we verified, never from a single verified address."""
    _, address = parseaddr(json.loads(body or b"{}").get("FromEmailAddress", ""))
    return address.rpartition("@")[2]
