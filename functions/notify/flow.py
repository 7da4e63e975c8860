"""a fact -> is a mail due, and to whom? -> may we write there? -> send it, once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.contracts.events import Event
from shared.domain import tokyo
from shared.domain.candidate_file import CandidateFile
from shared.domain.errors import Conflict, MailRefused
from shared.domain.ids import CompanyId
from shared.domain.locale import Locale
from shared.domain.purpose import Purpose, headers
from shared.domain.solicitation import may_send
from shared.ports.speaking import Mails, Secrecy
from shared.retry import retry_on_conflict


class Letter(Protocol):
    """A mail, worded."""

    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def html(self) -> str: ...
    @property
    def purpose(self) -> Purpose: ...


class Writer(Protocol):
    """Of some facts; what is none of its business is due nobody."""

    def due(self, fact: Event) -> Due | None: ...


class Post(Protocol):
    def send(
        self,
        to: str,
        subject: str,
        text: str,
        html: str,
        tags: Mapping[str, str],
        headers: Mapping[str, str],
    ) -> None:
        """Raises MailRefused."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """About a company's credits; `letter` reads it in a language."""

    company_id: CompanyId
    letter: Callable[[Locale], Letter]


@dataclass(frozen=True, slots=True)
class Due:
    """A mail somebody waits for. The fact is its name: one fact, one mail.

    Args:
        reader: whose letter it is; news goes to nobody without.
        waits_for_day: the fact, where nobody waits for its mail at night.
        notice: where it is one; the company's people say who of them hears of credits.
    """

    fact: str
    to: str
    letter: Callable[[], Letter]
    tags: Mapping[str, str]
    reader: CandidateFile | None = None
    waits_for_day: Event | None = None
    notice: Notice | None = None


def notify(due: Due, *, mails: Mails, post: Post, secrecy: Secrecy, now: datetime) -> bool:
    """True if this call sent it; False if it was sent before, or they want no such mail.

    Whatever made it due, here it is asked who may get news. What waits for the day and is heard at
    night is said again in the morning.

    Raises:
        Conflict: another attempt is sending it.
        MailRefused: not taken; deliver again.
    """
    if due.waits_for_day and tokyo.is_quiet(now):
        mails.hold(due.waits_for_day, tokyo.awake(now))
        return False
    letter = due.letter()
    if not may_send(letter.purpose, due.reader, tokyo.day(now)):
        return False
    if mails.is_suppressed(secrecy.person(due.to)) or not mails.begin(due.fact, now):
        return False
    try:
        post.send(
            due.to, letter.subject, letter.text, letter.html, due.tags, headers(letter.purpose)
        )
    except MailRefused:
        with suppress(Conflict):  # its lease ends by itself
            mails.failed(due.fact, now)
        raise
    retry_on_conflict(mails.done)(due.fact)  # it is out: saying so is worth another try
    return True
