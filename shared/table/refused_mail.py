"""An address whose reader says it was not them: written to no more."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.domain.errors import AlreadyDone
from shared.domain.ids import PersonKey
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table

NOT_ME: Final = "not_me"


@dataclass(frozen=True, slots=True)
class RefusedMail:
    table: Table

    def block(self, address: PersonKey, now: datetime) -> bool:
        """False where it is blocked already."""
        values = {"since": stamp(now), "kind": NOT_ME}
        with suppress(AlreadyDone):
            self.table.commit(self.table.new(keys.suppressed(address), values))
            return True
        return False
