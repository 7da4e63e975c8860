"""somebody asks about their data -> a code goes to the address on file -> typed, it is they."""

import hmac
from datetime import datetime
from typing import Protocol

from shared.contracts.events import RightsCodeAsked
from shared.domain.errors import CodeExpired, CodeInvalid
from shared.domain.rights import RightsRequest
from shared.ports.speaking import Secrecy
from shared.retry import retry_on_conflict


class Requests(Protocol):
    def find(self, request_id: str) -> RightsRequest:
        """Raises NotFound."""
        ...

    def change(self, before: RightsRequest, after: RightsRequest) -> None:
        """Raises Conflict."""
        ...

    def send_code(
        self, before: RightsRequest, after: RightsRequest, event: RightsCodeAsked, now: datetime
    ) -> None:
        """Raises Conflict, TooManyRequests."""
        ...

    def try_code(self, request_id: str, now: datetime) -> tuple[RightsRequest, bool]:
        """Raises NotFound."""
        ...


@retry_on_conflict
def send_code(request_id: str, *, requests: Requests, now: datetime) -> None:
    """Raises NotFound, StateForbids, CodeExpired, ResendLimit, TooManyRequests."""
    before = requests.find(request_id)
    after = before.with_code(now)
    event = RightsCodeAsked(
        event_id=f"rights_code:{request_id}:{after.issue}",
        occurred_at=now,
        request_id=request_id,
        issue=after.issue,
    )
    requests.send_code(before, after, event, now)


def prove(
    request_id: str,
    typed: str,
    who: str,
    *,
    requests: Requests,
    proved: Requests,
    secrecy: Secrecy,
    now: datetime,
) -> None:
    """
    Args:
        proved: the same, where it is noted that it was proved.

    Raises:
        NotFound, StateForbids, CodeExpired, CodeInvalid
    """
    requests.find(request_id).check_open()
    found, tried = requests.try_code(request_id, now)
    if not tried:
        raise CodeExpired("this code is no longer good; send a new one")
    due = secrecy.rights_code(request_id, found.issue)
    if not hmac.compare_digest(due.encode(), typed.encode()):
        raise CodeInvalid(found.tries_left)
    _keep(request_id, who, requests, proved, now)


@retry_on_conflict
def _keep(request_id: str, who: str, requests: Requests, proved: Requests, now: datetime) -> None:
    before = requests.find(request_id)
    proved.change(before, before.proved(who, now))
