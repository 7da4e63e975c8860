"""That somebody opened a candidate's file: noted once an hour for each of the two."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from shared.domain.audit import Audited
from shared.domain.errors import AlreadyDone
from shared.table import keys
from shared.table.audits import Audits
from shared.table.codec import stamp
from shared.table.commit import Table

HOUR: Final = len("2026-03-31T09")
KEPT: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Openings:
    table: Table

    def note(self, act: Audited) -> bool:
        """Whether it was the first of this hour (UTC): the key lets no second one in.

        Raises:
            Conflict
        """
        key = keys.opened(act.who, act.about, stamp(act.at)[:HOUR], act.what)
        until = {keys.EXPIRES: int((act.at + KEPT).timestamp())}
        try:
            self.table.commit(self.table.new(key, until), Audits(self.table).note(act))
        except AlreadyDone:
            return False
        return True
