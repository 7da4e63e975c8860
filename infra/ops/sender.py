"""`python -m infra.ops.sender --stage prod`: the records to set, and whether SES found them.

Ends with 0 once SES takes the sender's domain, with 1 until then.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.context import FILE, ContextRefusedError
from infra.ops.records import Known, Record, records
from infra.sources import ROOT
from infra.stage import Stage, stage_from
from shared.aws.mail_account import mail_account
from shared.domain.mail_account import MailAccount

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

EASY_DKIM: Final = "dkim.amazonses.com"
ASK: Final = "https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html"


def known(client: "SESV2Client", domain: str) -> Known:
    said = client.get_email_identity(EmailIdentity=domain)
    dkim, bounces = said["DkimAttributes"], said.get("MailFromAttributes", {})
    return Known(
        verified=said["VerifiedForSendingStatus"],
        dkim=dkim.get("Status", "NOT_STARTED"),
        bounces=bounces.get("MailFromDomainStatus", "NOT_STARTED"),
        dkim_names=tuple(dkim.get("Tokens", ())),
        dkim_zone=dkim.get("SigningHostedZone", EASY_DKIM),
    )


def table(rows: Iterable[Record]) -> str:
    """Name and value stand alone in their columns, to be copied."""
    head = ("type", "name", "value", "set by", "SES says", "why")
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def _cells(row: Record) -> tuple[str, ...]:
    by = "you" if row.by_hand else "the stack"
    return (row.kind, row.name, row.value, by, row.state, row.why)


def account_says(account: MailAccount) -> str:
    if not account.may_send:
        return "SES has stopped this account from sending: its console says why."
    if account.in_sandbox:
        return (
            f"This account is in SES's sandbox: mails go to verified addresses alone, at most"
            f" {account.a_day:.0f} a day. No candidate gets a code. Ask to be let out: {ASK}"
        )
    return f"This account may send {account.a_day:.0f} mails in 24 hours."


def verdict(stage: Stage, found: Known) -> str:
    if found.verified:
        return f"SES takes {stage.mail_domain} as a sender."
    return f"SES does not take {stage.mail_domain} yet: it looks again by itself, for 72 hours."


def told(stage: str) -> Stage:
    """Raises ContextRefusedError."""
    file = ROOT / FILE
    said: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    said |= json.loads(os.environ.get("CDK_CONTEXT_JSON", "{}"))
    return stage_from((said | {"stage": stage}).get)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m infra.ops.sender")
    parser.add_argument("--stage", choices=("dev", "prod"), required=True)
    try:
        stage = told(parser.parse_args().stage)
        client = boto3.client("sesv2", region_name=stage.region)
        found, account = known(client, stage.mail_domain), mail_account(client)
    except (ContextRefusedError, ClientError, BotoCoreError) as error:
        print(f"refused: {error}", file=sys.stderr)
        return 2
    print(table(records(stage, found)), verdict(stage, found), account_says(account), sep="\n\n")
    return 0 if found.verified else 1


if __name__ == "__main__":
    sys.exit(main())
