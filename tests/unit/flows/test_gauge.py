"""How near the limits the relay is, as figures without a person in them."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

import functions.gauge.handler as handler
from functions.gauge.flow import of_licence, of_mail
from shared import people
from shared.aws import clients
from shared.domain.mail_account import MailAccount
from shared.observe import metrics
from tests.support.asking import CONTEXT
from tests.support.builders import AGENCY, NOON

ACCOUNT = MailAccount(50_000, 40_000, in_sandbox=False, may_send=True)
SAID = {
    "ProductionAccessEnabled": False,
    "SendingEnabled": True,
    "SendQuota": {"Max24HourSend": 200.0, "MaxSendRate": 1.0, "SentLast24Hours": 50.0},
}


@pytest.fixture
def ses(monkeypatch: pytest.MonkeyPatch) -> Stubber:
    metrics.clear_metrics()  # one for the process: what others counted is not ours
    client = boto3.client("sesv2")
    monkeypatch.setattr(clients, "ses_to_ask", lambda: client)
    monkeypatch.setattr(people, "agency", lambda: AGENCY)
    stubber = Stubber(client)
    stubber.activate()
    return stubber


def test_a_quota_is_told_in_percent() -> None:
    assert of_mail(ACCOUNT)["MailQuotaUsed"] == 80.0


def test_who_may_send_nothing_has_used_it_all() -> None:
    assert of_mail(replace(ACCOUNT, a_day=0, sent=0))["MailQuotaUsed"] == 100.0


@pytest.mark.parametrize("yes", [True, False])
def test_sandbox_and_sending_are_told_as_one_or_nought(yes: bool) -> None:
    told = of_mail(replace(ACCOUNT, in_sandbox=yes, may_send=not yes))
    assert (told["MailSandbox"], told["MailSendingEnabled"]) == (float(yes), float(not yes))


@pytest.mark.parametrize(("until", "left"), [(date(2026, 3, 2), 0), (date(2026, 3, 1), -1)])
def test_a_licence_has_no_day_left_on_its_last(until: date, left: int) -> None:
    assert of_licence(replace(AGENCY, licence_until=until), NOON) == {"LicenceDaysLeft": left}


def written(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    lines = [line for line in capsys.readouterr().out.splitlines() if '"_aws"' in line]
    return [json.loads(line) for line in lines]


def test_every_figure_is_written_as_a_metric(
    ses: Stubber, capsys: pytest.CaptureFixture[str]
) -> None:
    ses.add_response("get_account", SAID)
    told = handler.handle({}, CONTEXT)
    assert told["MailQuotaUsed"] == 25.0 and told["MailSandbox"] == 1.0
    [line] = written(capsys)
    named = {m["Name"] for m in line["_aws"]["CloudWatchMetrics"][0]["Metrics"]}
    assert named == told.keys()


def test_when_ses_does_not_answer_the_licence_is_told_all_the_same(
    ses: Stubber, capsys: pytest.CaptureFixture[str]
) -> None:
    ses.add_client_error("get_account", "TooManyRequestsException")
    with pytest.raises(ClientError):
        handler.handle({}, CONTEXT)
    [line] = written(capsys)
    assert "LicenceDaysLeft" in line and "MailQuotaUsed" not in line
