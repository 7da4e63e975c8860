"""What connecting an ATS is done with, by a program's hand or a person's."""

import secrets
from datetime import datetime
from typing import Final

from shared import mint
from shared.connectors.trying import tried
from shared.connectors.wire import Wire
from shared.domain.connecting import SET_UP
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.connection_state import View
from shared.domain.errors import NotSealed
from shared.domain.rehearsed import Step
from shared.domain.trouble import Why
from shared.hearing import Ears
from shared.rehearsal.memory import ForgottenApplications
from shared.rehearsal.rehearse import Answered, Rehearsal
from shared.table.links import Links
from shared.webhooks.secret import Secret
from shared.wires import pepper, sealed, table

_BYTES: Final = 32


def ours(provider: Provider) -> str | None:
    """A new secret for it to sign with, where the company may choose one."""
    if not SET_UP[provider].chosen:
        return None
    if provider is Provider.GENERIC:
        return Secret.made().text
    return secrets.token_urlsafe(_BYTES)


def self_test(view: View, now: datetime) -> tuple[Step, ...]:
    """Nothing of it is written, counted or told. Raises Unavailable."""
    rehearsal = Rehearsal(
        view.connection,
        view.health,
        opened=_opened,
        tenant=pepper().tenant,
        ears=_ears,
        ask=lambda connection: _asked(connection, now),
        now=now,
    )
    return rehearsal.steps()


def _opened(text: str, of: str) -> str:
    return sealed().unseal(text, PURPOSE, of)


def _ears(memory: ForgottenApplications) -> Ears:
    return Ears(memory, Links(table()), pepper(), mint.slug)


def _asked(connection: Connection, now: datetime) -> Answered:
    assert connection.access
    try:
        access = _opened(connection.access.text, connection.connection_id)
    except NotSealed:
        return Answered(Why.FORBIDDEN)
    said = tried(connection.provider, access, connection.settings, now, Wire())
    if said is None:
        return Answered()
    return Answered(said.trouble.why if said.trouble else None, rows=said.rows)
