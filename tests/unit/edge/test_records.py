"""The records an operator is told to set, and what SES says of them."""

from dataclasses import replace
from typing import Any

import boto3
from botocore.stub import Stubber

from infra.ops.records import Known, Record, records
from infra.ops.sender import found, known, verdict
from infra.ops.verified import account_says
from infra.stage import Stage, stage_from
from shared.domain.mail_account import MailAccount
from tests.support.assembly import CONTEXT

DEV, PROD = (stage_from(CONTEXT[name].get) for name in ("dev", "prod"))
WAITING = Known(False, "PENDING", "PENDING", ("k1", "k2", "k3"), "dkim.amazonses.com")
SAID: dict[str, Any] = {
    "VerifiedForSendingStatus": True,
    "DkimAttributes": {"Status": "SUCCESS", "Tokens": ["k1", "k2", "k3"]},
    "MailFromAttributes": {
        "MailFromDomain": "bounce.mail.agency.example",
        "MailFromDomainStatus": "FAILED",
        "BehaviorOnMxFailure": "USE_DEFAULT_VALUE",
    },
}
ACCOUNT: dict[str, Any] = {
    "SendQuota": {"Max24HourSend": 200, "SentLast24Hours": 0, "MaxSendRate": 1},
    "ProductionAccessEnabled": False,
    "SendingEnabled": True,
}
SANDBOX = MailAccount(200, 0, in_sandbox=True, may_send=True)


def told(stage: Stage = DEV) -> dict[tuple[str, str], Record]:
    return {(r.kind, r.name): r for r in records(stage, WAITING)}


def test_mails_need_three_keys_two_records_for_bounces_and_a_policy() -> None:
    assert {kind_name: r.value for kind_name, r in told().items()} == {
        ("CNAME", "k1._domainkey.mail.agency.example"): "k1.dkim.amazonses.com",
        ("CNAME", "k2._domainkey.mail.agency.example"): "k2.dkim.amazonses.com",
        ("CNAME", "k3._domainkey.mail.agency.example"): "k3.dkim.amazonses.com",
        ("MX", "bounce.mail.agency.example"): "10 feedback-smtp.ap-northeast-1.amazonses.com",
        ("TXT", "bounce.mail.agency.example"): '"v=spf1 include:amazonses.com ~all"',
        ("TXT", "_dmarc.mail.agency.example"): (
            '"v=DMARC1; p=none; rua=mailto:ops@agency.example"'
        ),
    }


def test_a_reader_of_reports_elsewhere_must_say_that_it_takes_them() -> None:
    elsewhere = replace(DEV, operators=("ops@watch.example",))
    assert ("TXT", "mail.agency.example._report._dmarc.watch.example") in told(elsewhere)


def test_in_a_zone_of_this_account_only_the_policy_is_set_by_hand() -> None:
    by_hand = {name for (_, name), record in told(PROD).items() if record.by_hand}
    assert by_hand == {"_dmarc.mail.agency.example"}
    assert all(record.by_hand for record in told(DEV).values())


def test_seses_answer_is_read_status_by_status() -> None:
    client = boto3.client("sesv2")
    with Stubber(client) as ses:
        ses.add_response("get_email_identity", SAID, {"EmailIdentity": DEV.mail_domain})
        what = known(client, DEV.mail_domain)
    assert what == Known(True, "SUCCESS", "FAILED", ("k1", "k2", "k3"), "dkim.amazonses.com")
    states = {r.kind: r.state for r in records(DEV, what) if "_dmarc" not in r.name}
    assert states == {
        "CNAME": "found",
        "MX": "not found for 72 hours",
        "TXT": "not found for 72 hours",
    }


def test_every_record_stands_on_a_line_of_its_own_to_be_copied() -> None:
    client = boto3.client("sesv2")
    with Stubber(client) as ses:
        ses.add_response("get_email_identity", SAID, {"EmailIdentity": DEV.mail_domain})
        ses.add_response("get_account", ACCOUNT)
        shown, may, next_step = found(DEV, client)
    head, *lines = shown.splitlines()
    assert head.split()[:3] == ["type", "name", "value"]
    assert len(lines) == 6
    for line, row in zip(lines, records(DEV, WAITING), strict=True):
        assert line.startswith(row.kind) and f" {row.name} " in line and f" {row.value} " in line
    assert "sandbox" in may
    assert next_step.endswith("make deploy STAGE=dev")


def test_until_ses_takes_the_domain_the_next_step_is_to_ask_again() -> None:
    assert verdict(DEV, WAITING).endswith("make sender STAGE=dev")


def test_the_sandbox_is_told_plainly_and_how_to_leave_it() -> None:
    assert "No candidate gets a code" in account_says(SANDBOX)
    assert "request-production-access" in account_says(SANDBOX)
    assert "sandbox" not in account_says(replace(SANDBOX, in_sandbox=False))
    assert "stopped" in account_says(replace(SANDBOX, may_send=False))
