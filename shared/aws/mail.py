"""SES: one mail to one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import MailRefused, Unavailable

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

AUTOMATIC: Final = {"Auto-Submitted": "auto-generated"}
"""Nobody's holiday answers it (RFC 3834)."""


@dataclass(frozen=True, slots=True)
class SesPost:
    """Sends what it is given as structured content: SES writes the headers, nobody injects one.

    Answers go to `reply_to`, where somebody reads them.
    """

    sender: str
    reply_to: str
    configuration_set: str
    client: SESV2Client

    def send(
        self,
        to: str,
        subject: str,
        text: str,
        html: str,
        tags: Mapping[str, str],
        headers: Mapping[str, str],
    ) -> None:
        """Send one mail; `headers` beside those every mail of ours has.

        Raises:
            MailRefused: SES said no; the same mail may be sent again at once.
            Unavailable: no answer came; it may be on its way.
        """
        body: Any = {"Text": _utf8(text), "Html": _utf8(html)}
        try:
            self.client.send_email(
                FromEmailAddress=self.sender,
                ReplyToAddresses=[self.reply_to],
                Destination={"ToAddresses": [to]},
                Content={
                    "Simple": {
                        "Subject": _utf8(subject),
                        "Body": body,
                        "Headers": _named({**AUTOMATIC, **headers}),
                    }
                },
                ConfigurationSetName=self.configuration_set,
                EmailTags=_named(tags),
            )
        except ClientError as error:
            raise MailRefused("SES did not take the mail") from error
        except BotoCoreError as error:
            raise Unavailable("SES did not answer") from error


def _named(values: Mapping[str, str]) -> Any:
    return [{"Name": name, "Value": value} for name, value in values.items()]


def _utf8(text: str) -> Any:
    return {"Data": text, "Charset": "UTF-8"}
