"""What a vendor is answered. What is no 200 is tried again, where the vendor does that at all.

Our own faults are 503 for every vendor, and an unknown connection 404: neither is decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

from shared.ats.delivery import Delivery, Handshake
from shared.ats.refusal import Refusal

REFUSED: Final = {
    Refusal.NO_SECRET: HTTPStatus.UNAUTHORIZED,
    Refusal.UNSIGNED: HTTPStatus.UNAUTHORIZED,
    Refusal.WRONG_SIGNATURE: HTTPStatus.UNAUTHORIZED,
    Refusal.STALE: HTTPStatus.BAD_REQUEST,
}
NEVER_AGAIN: Final[Mapping[str, frozenset[int]]] = {"ashby": frozenset({401, 403, 404, 405, 410})}
"""After these Ashby forgets the delivery [D]. A secret pasted wrongly must not lose rejections."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: HTTPStatus
    headers: Mapping[str, str] = field(default_factory=dict)


def refused(vendor: str, refusal: Refusal) -> Answer:
    status = REFUSED[refusal]
    lost = status in NEVER_AGAIN.get(vendor, frozenset())
    return Answer(HTTPStatus.BAD_REQUEST if lost else status)


def accepted(delivery: Delivery) -> Answer:
    """Once it is queued, or known, or ignored with its reason: 200 and no other of the 2xx.

    Greenhouse and Workable take 200 alone [S, D]; the others take it too.
    """
    meaning = delivery.meaning
    return Answer(HTTPStatus.OK, meaning.headers if isinstance(meaning, Handshake) else {})
