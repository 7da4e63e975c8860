"""What becomes of credits, in one call each, at the stores of a relay: read, decided, committed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Literal

from functions.seal.settling_flow import settle
from shared.contracts.events import (
    CreditAdjusted,
    CreditConsumed,
    CreditExpired,
    CreditReleased,
    CreditReserved,
    CreditRestored,
    Event,
)
from shared.domain import redemption
from shared.domain.adjustment import Adjustment
from shared.domain.credit import Lot
from shared.domain.errors import StateForbids
from shared.domain.ids import CompanyId, JobOrderId
from shared.domain.redemption import Move
from shared.ports.programme import Programme
from shared.retry import retry_on_conflict
from shared.table import adjustment_item, keys
from tests.support.builders import ACME, NOON, PROGRAMME
from tests.support.fakes.credits import FakeCredits
from tests.support.stores import Stores

type Said = Callable[..., Event]


@dataclass(frozen=True)
class Desk:
    """Where one company's credits are moved."""

    stores: Stores
    company_id: CompanyId = ACME
    programme: Programme = PROGRAMME
    now: datetime = NOON

    @retry_on_conflict
    def reserve(self, job_order_id: str = "job_1") -> Lot:
        """Raises NoCreditAvailable."""
        standing = self.stores.credits.standing(self.company_id)
        lot, job = standing.soonest(self.now), JobOrderId(job_order_id)
        rules = self.programme.at(self.now)
        move = redemption.reserve(standing.head, lot, job, on=self.now.date(), rules=rules)
        named = partial(CreditReserved.of, job_order_id=job_order_id)
        return self._commit(move, f"reserved:{lot.number}:{move.after.turn}", named)

    def release(self, number: int) -> Lot:
        named = partial(CreditReleased.of, job_order_id="job_1")
        return self._act(number, redemption.release, "released", named)

    def consume(self, number: int) -> Lot:
        named = partial(CreditConsumed.of, job_order_id="job_1")
        return self._act(number, redemption.consume, "consumed", named)

    def restore(self, number: int) -> Lot:
        return self._act(number, redemption.restore, "restored", CreditRestored.of)

    @retry_on_conflict
    def expire(self, number: int) -> Lot:
        """As the clock does it: of a credit that is over."""
        head, lot = self.stores.credits.find(self.company_id, number)
        if lot.expires_at > self.now:
            raise StateForbids("this credit is good still", lot.state)
        rules = self.programme.at(self.now)
        move = redemption.expire(head, lot, on=self.now.date(), rules=rules)
        return self._commit(move, f"expired:{number}", CreditExpired.of)

    @retry_on_conflict
    def _act(
        self, number: int, act: Callable[..., Move], said: str, fact: Callable[..., Event]
    ) -> Lot:
        head, lot = self.stores.credits.find(self.company_id, number)
        move = act(head, lot, on=self.now.date(), rules=self.programme.at(self.now))
        return self._commit(move, f"{said}:{number}:{lot.turn}", fact)

    def _commit(self, move: Move, said: str, fact: Said) -> Lot:
        self.stores.credits.move(move, self._fact(move, said, fact))
        return move.after

    def _fact(self, move: Move, said: str, fact: Said) -> Event:
        return fact(move.after, f"{said}:{self.company_id}", self.now)

    @retry_on_conflict
    def give(self, name: str = "adj_1") -> Lot:
        head = self.stores.credits.standing(self.company_id).head
        rules = self.programme.at(self.now)
        move = redemption.give(head, f"crd_{name}", now=self.now, rules=rules)
        return self._adjusted(name, move, 1)

    @retry_on_conflict
    def take(self, number: int, name: str = "adj_1") -> Lot:
        """Raises StateForbids."""
        head, lot = self.stores.credits.find(self.company_id, number)
        rules = self.programme.at(self.now)
        move = redemption.take(head, lot, on=self.now.date(), rules=rules)
        return self._adjusted(name, move, -1)

    def _adjusted(self, name: str, move: Move, amount: Literal[1, -1]) -> Lot:
        """One proposed it, another approved it."""
        lot = move.after
        proposed = Adjustment(
            name, self.company_id, amount, "goodwill", "ann", self.now, credit_id=lot.credit_id
        )
        approved = proposed.approved("bob", lot, self.now)
        event = self._fact(move, f"adjusted:{name}", partial(CreditAdjusted.of, amount=amount))
        self._keep(approved, move, event)
        return lot

    def _keep(self, adjustment: Adjustment, move: Move, event: Event) -> None:
        credits = self.stores.credits
        if isinstance(credits, FakeCredits):
            return credits.adjust(adjustment, move, event)
        key = keys.adjustment(self.company_id, adjustment.adjustment_id)
        credits.table.commit(
            credits.table.new(key, adjustment_item.to_item(adjustment)),
            *credits.moved(move),
            credits.table.outbox(event),
        )

    def settle(self) -> int:
        """Told that a credit came free."""
        return settle(
            self.company_id,
            settlements=self.stores.settlements,
            programme=self.programme,
            now=self.now,
        )
