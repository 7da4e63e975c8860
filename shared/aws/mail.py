"""SES: one mail to one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from shared.domain.errors import MailRefused, Unavailable

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client


@dataclass(frozen=True, slots=True)
class SesPost:
    """Sends what it is given as structured content: SES writes the headers, nobody injects one."""

    sender: str
    configuration_set: str
    client: SESV2Client

    def send(self, to: str, subject: str, text: str, html: str, tags: Mapping[str, str]) -> None:
        """Send one mail.

        Raises:
            MailRefused: SES said no; the same mail may be sent again at once.
            Unavailable: no answer came; it may be on its way.
        """
        body: Any = {"Text": _utf8(text), "Html": _utf8(html)}
        try:
            self.client.send_email(
                FromEmailAddress=self.sender,
                Destination={"ToAddresses": [to]},
                Content={
                    "Simple": {
                        "Subject": _utf8(subject),
                        "Body": body,
                        "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
                    }
                },
                ConfigurationSetName=self.configuration_set,
                EmailTags=[{"Name": name, "Value": value} for name, value in tags.items()],
            )
        except ClientError as error:
            raise MailRefused("SES did not take the mail") from error
        except BotoCoreError as error:
            raise Unavailable("SES did not answer") from error


def _utf8(text: str) -> Any:
    return {"Data": text, "Charset": "UTF-8"}
