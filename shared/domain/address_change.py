"""Another mail address: nothing moves there before its code was typed.

The code is as a registration's (shared.domain.registration): fifteen minutes, five tries, five an
hour for an address.
"""

from dataclasses import dataclass
from datetime import datetime

from shared.domain.ids import CandidateId, PersonKey
from shared.domain.locale import Locale
from shared.domain.registration import MAX_TRIES


@dataclass(frozen=True, slots=True)
class AddressChange:
    """
    Args:
        old: the address so far, to be told of the new one.
        left: whose the old address is, as a keyed hash; `person` whose the new one is.
    """

    change_id: str
    candidate_id: CandidateId
    old: str
    new: str
    left: PersonKey
    person: PersonKey
    locale: Locale
    code_until: datetime
    tries: int = 0
    done_at: datetime | None = None

    @property
    def tries_left(self) -> int:
        return max(0, MAX_TRIES - self.tries)
