from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.domain.errors import MailRefused, Unavailable


@dataclass
class FakePost:
    """A letter box; shut while `refusing`, and who knows while `silent`."""

    sent: list[tuple[str, str]] = field(default_factory=list)
    """(to, subject)."""
    tags: list[Mapping[str, str]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    refusing: bool = False
    silent: bool = False

    def send(
        self,
        to: str,
        subject: str,
        text: str,
        html: str,
        tags: Mapping[str, str],
        headers: Mapping[str, str],
    ) -> None:
        if self.refusing:
            raise MailRefused("SES did not take the mail")
        if self.silent:
            raise Unavailable("SES did not answer")
        self.sent.append((to, subject))
        self.tags.append(tags)
        self.headers.append(headers)
