"""The page where a candidate reads what their adviser wrote, and answers."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from shared.domain.agency import Agency
from shared.domain.locale import Locale
from shared.domain.message import LONGEST, Author, Message
from shared.pages.catalogue import words
from shared.pages.locale import OTHER
from shared.pages.render import document
from shared.pages.when import moment


def thread(
    *,
    locale: Locale,
    token: str,
    agency: Agency,
    messages: Sequence[Message],
    text: str = "",
    error: str | None = None,
    sent: bool = False,
) -> str:
    """
    Args:
        messages: newest first; they are shown the other way, as they were written.
        text: what was typed, kept.
        error: missing | too_long | malformed.
    """
    here = f"/messages/{quote(token, safe='~')}"
    said = words(locale, "thread")["errors"]
    return document(
        "thread",
        locale,
        agency,
        here=here,
        messages=[_shown(message, locale) for message in reversed(messages)],
        text=text,
        longest=LONGEST,
        mistakes={"text": said.get(error, said["malformed"])} if error else {},
        sent=sent,
        switch=f"{here}?lang={OTHER[locale]}",
    )


def _shown(message: Message, locale: Locale) -> dict[str, Any]:
    return {
        "mine": message.author is Author.CANDIDATE,
        "iso": message.at.isoformat(timespec="minutes"),
        "at": moment(message.at, locale),
        "text": message.text,
    }
