"""Companies' recruiting systems, each asked with what its company gave us for it.

Tokens stay in this process, by what their secret looks like sealed: a new secret is another one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from shared.connectors.ashby import Ashby
from shared.connectors.greenhouse import Greenhouse
from shared.connectors.greenhouse_templates import Template, rejection_templates, token_of
from shared.connectors.greenhouse_token import Tokens
from shared.connectors.harvest import Harvest
from shared.connectors.herp import Herp
from shared.connectors.lever import Lever
from shared.connectors.smartrecruiters import SmartRecruiters
from shared.connectors.talentio import Talentio
from shared.connectors.teamtailor import Teamtailor
from shared.connectors.wire import Wire
from shared.domain.connection import Connection, Provider
from shared.domain.trouble import Trouble
from shared.ports.vendors import Poller, WriteBack

MANY: Final = 200


@dataclass(slots=True)
class Vendors:
    """
    Args:
        opened: what lies under a seal, of whose connection (shared.memory.RememberedSecrets).
    """

    opened: Callable[[str, str], str] = field(repr=False)
    wire: Wire = field(repr=False)
    _tokens: dict[tuple[str, str], Tokens] = field(default_factory=dict, repr=False)

    def poller(self, connection: Connection, was_rejected: Callable[[str], bool]) -> Poller | None:
        """None: there is no key. Raises Unavailable, NotSealed."""
        key = self.key(connection)
        match connection.provider if key else None:
            case Provider.HERP:
                return Herp(self.wire, key, was_rejected)
            case Provider.TALENTIO:
                return Talentio(self.wire, key, was_rejected)
            case _:
                return None

    def writer(self, connection: Connection) -> WriteBack | None:
        """None: we do not write to it. Raises Unavailable, NotSealed."""
        if not connection.writes_back:
            return None
        said = connection.settings
        match connection.provider:
            case Provider.GREENHOUSE if harvest := self.harvest(connection):
                return Greenhouse(harvest, said.get("name_key", ""))
            case Provider.ASHBY if key := self.key(connection):
                return Ashby(self.wire, key, said.get("field_id", ""))
            case _:
                return None

    def harvest(self, connection: Connection) -> Harvest | None:
        """With the token it has: one lives at a time. None: there is no secret."""
        if not (secret := self.key(connection)) or connection.access is None:
            return None
        client_id = connection.settings.get("client_id", "")
        name = connection.access.text, client_id
        if name not in self._tokens:
            if len(self._tokens) >= MANY:
                self._tokens.clear()
            self._tokens[name] = Tokens(self.wire, client_id, secret)
        return Harvest(self.wire, self._tokens[name])

    def templates(
        self, connection: Connection, now: datetime
    ) -> tuple[Template, ...] | Trouble | None:
        """A company's rejection mails, and which of them print our field. None: nobody can say."""
        name_key = connection.settings.get("name_key")
        right = connection.provider is Provider.GREENHOUSE and name_key
        harvest = self.harvest(connection) if right else None
        return rejection_templates(harvest, token_of(name_key or ""), now) if harvest else None

    def lever(self, connection: Connection) -> Lever | None:
        key = self.key(connection)
        return Lever(self.wire, key) if key else None

    def teamtailor(self, connection: Connection) -> Teamtailor | None:
        key = self.key(connection)
        return Teamtailor(self.wire, key) if key else None

    def smartrecruiters(
        self, connection: Connection, keyed: Callable[[str], str]
    ) -> SmartRecruiters | None:
        key = self.key(connection)
        return SmartRecruiters(self.wire, key, keyed) if key else None

    def key(self, connection: Connection) -> str:
        """Plain; empty where there is none. Raises Unavailable, NotSealed."""
        if connection.access is None:
            return ""
        return self.opened(connection.access.text, connection.connection_id)
