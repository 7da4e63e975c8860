"""A mail as it travels: what SES makes of the structured content it is given."""

from email.message import EmailMessage
from email.utils import formataddr

from shared.aws.mail import AUTOMATIC
from shared.domain.purpose import headers
from shared.pages.letter import Rendered
from tests.support.builders import AGENCY


def posted(sent: Rendered, encoding: str) -> EmailMessage:
    """`encoding` of both parts: base64, or quoted-printable, the longer one for Japanese."""
    mail = EmailMessage()
    mail["From"] = formataddr((AGENCY.name, "no-reply@mail.agency.example"), charset="utf-8")
    mail["To"] = "ada@example.org"
    mail["Reply-To"] = AGENCY.contact_email
    mail["Subject"] = sent.subject
    for name, value in {**AUTOMATIC, **headers(sent.purpose)}.items():
        mail[name] = value
    mail.set_content(sent.text, cte=encoding)
    mail.add_alternative(sent.html, subtype="html", cte=encoding)
    return mail


def size(mail: EmailMessage) -> int:
    return len(mail.as_bytes())
