"""Rights the engine asks nobody for, though AWS does: why each is held all the same.

They are taken away all at once, and everything must work: a line that is wrong fails the run.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from tests.iam.rights import Right


@dataclass(frozen=True, slots=True)
class Unasked:
    action: str
    on: str
    reason: str
    verb: str = "*"


UNASKED: Final = (
    Unasked("kms:*", "key/*", "DynamoDB and S3 open our key in the name of whoever asks them"),
    Unasked("logs:CreateLogStream", "*Log*", "Lambda writes the log in the role's name"),
    Unasked("logs:PutLogEvents", "*Log*", "Lambda writes the log in the role's name"),
    Unasked("sqs:ReceiveMessage", "*", "Lambda reads the queue in the role's name"),
    Unasked("sqs:DeleteMessage", "*", "Lambda reads the queue in the role's name"),
    Unasked("sqs:GetQueueAttributes", "*", "Lambda reads the queue in the role's name"),
    Unasked("xray:Put*", "*", "Lambda draws a trace in the role's name"),
    Unasked("dynamodb:*Stream*", "*/stream/*", "Lambda reads the stream in the role's name"),
    Unasked("dynamodb:Get*", "*/stream/*", "Lambda reads the stream in the role's name"),
    Unasked("ses:SendEmail", "configuration-set/*", "SES asks for it beside the identity"),
    Unasked(
        "s3:ListBucket",
        "*-cvs*",
        "S3 says who may not list is forbidden what is not there",
        verb="place",
    ),
    Unasked(
        "s3:ListBucket",
        "*-cvs*",
        "S3 says who may not list is forbidden what is not there",
        verb="me",
    ),
    Unasked(
        "s3:ListBucket",
        "*-imports*",
        "S3 says who may not list is forbidden what is not there",
    ),
    Unasked(
        "dynamodb:UpdateItem",
        "*Core*",
        "a vendor that takes a link after it took none is not on this machine",
        verb="write_back",
    ),
    Unasked("sqs:SendMessage", "*Lost*", "Lambda puts away what failed, in the role's name"),
)


ASKED: Final = frozenset(
    {
        *(("sign_in", action) for action in ("kms:Decrypt", "kms:Encrypt")),
        *((verb, "kms:Encrypt") for verb in ("manage", "console")),
        *((verb, "kms:Decrypt") for verb in ("ats", "receive", "ask", "write_back", "deliver")),
    }
)
"""Beside what DynamoDB does with it, these ask our key themselves."""


def line_for(verb: str, right: Right) -> Unasked | None:
    """None for a right the engine asks for."""
    if (verb, right.action) in ASKED:
        return None
    said = verb, right.action, right.on
    return next((u for u in UNASKED if all(map(fnmatchcase, said, (u.verb, u.action, u.on)))), None)
