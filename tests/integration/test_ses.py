"""SES, and the secrets, as AWS answers them."""

from collections.abc import Iterator
from dataclasses import replace
from email.utils import formataddr
from typing import Any
from unittest.mock import create_autospec

import boto3
import pytest
from botocore.exceptions import BotoCoreError, ConnectTimeoutError, ReadTimeoutError
from botocore.stub import Stubber
from moto import mock_aws
from moto.ses.models import ses_backends

from shared.aws import clients
from shared.aws.mail import SesPost
from shared.aws.secret import secret
from shared.domain.errors import MailRefused, Unavailable

SENDER = formataddr(("みちしるべキャリア", "relay@example.jp"), charset="utf-8")
ASKED: dict[str, Any] = {
    "FromEmailAddress": SENDER,
    "ReplyToAddresses": ["support@example.jp"],
    "Destination": {"ToAddresses": ["ada@example.org"]},
    "Content": {
        "Simple": {
            "Subject": {"Data": "件名", "Charset": "UTF-8"},
            "Body": {
                "Text": {"Data": "本文", "Charset": "UTF-8"},
                "Html": {"Data": "<p>本文</p>", "Charset": "UTF-8"},
            },
            "Headers": [
                {"Name": "Auto-Submitted", "Value": "auto-generated"},
                {"Name": "List-Unsubscribe", "Value": "<https://example.jp/leave>"},
            ],
        }
    },
    "ConfigurationSetName": "relay",
    "EmailTags": [{"Name": "mail", "Value": "code"}],
}


@pytest.fixture
def post() -> Iterator[SesPost]:
    with mock_aws():
        yield SesPost(SENDER, "support@example.jp", "relay", boto3.client("sesv2"))


def send(post: SesPost) -> None:
    leave = {"List-Unsubscribe": "<https://example.jp/leave>"}
    post.send("ada@example.org", "件名", "本文", "<p>本文</p>", {"mail": "code"}, leave)


def test_ses_is_asked_for_both_parts_an_answerers_address_and_every_header() -> None:
    client = boto3.client("sesv2")
    with Stubber(client) as ses:
        ses.add_response("send_email", {"MessageId": "m1"}, ASKED)
        send(SesPost(SENDER, "support@example.jp", "relay", client))
        ses.assert_no_pending_responses()


def test_a_mail_from_a_verified_sender_goes_out_to_one_address(post: SesPost) -> None:
    post.client.create_email_identity(EmailIdentity="relay@example.jp")
    send(post)
    [sent] = ses_backends["123456789012"]["ap-northeast-1"].sent_messages
    assert sent.destinations["ToAddresses"] == ["ada@example.org"]
    assert sent.subject == "件名"


def test_a_sender_nobody_verified_is_a_refused_mail(post: SesPost) -> None:
    with pytest.raises(MailRefused):
        send(post)
    assert ses_backends["123456789012"]["ap-northeast-1"].sent_messages == []


@pytest.mark.parametrize("error", [ReadTimeoutError, ConnectTimeoutError])
def test_a_mail_nobody_answered_for_may_be_on_its_way_and_is_no_refused_one(
    post: SesPost, error: type[BotoCoreError]
) -> None:
    silent = create_autospec(post.client, instance=True)
    silent.send_email.side_effect = error(endpoint_url="https://email.example")
    with pytest.raises(Unavailable) as refused:
        send(replace(post, client=silent))
    assert not isinstance(refused.value, MailRefused)


def test_a_mail_is_asked_for_once_and_never_by_the_client_again() -> None:
    clients._client.cache_clear()
    config: Any = clients.ses().meta.config
    assert config.retries["total_max_attempts"] == 1


def test_a_secret_is_read_by_its_name() -> None:
    with mock_aws():
        clients._client.cache_clear()
        boto3.client("secretsmanager").create_secret(Name="pepper", SecretString="salt")
        assert secret("pepper") == "salt"
    clients._client.cache_clear()
