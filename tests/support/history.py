"""Companies to which everything happened that can happen."""

from dataclasses import replace

from shared.domain.credit import expiry
from shared.domain.ids import CompanyId
from shared.domain.reversal import reverse
from shared.domain.rules import FIRST
from tests.support.acts import count, count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME, NOON, TODAY
from tests.support.redeeming import Desk
from tests.support.reversing import commit, take_back
from tests.support.stores import Stores


def live_through(stores: Stores) -> None:
    """23 counted; 2 milestones granted out of order; a credit voided; a deficit carried and filled;
    a milestone withdrawn.
    """
    let_in(stores)
    made = count_many(stores, 23)
    grant_all(stores, 2, 1)
    seal_all(stores)
    for registration in made[:4]:
        take_back(stores, registration)  # the fourth voids credit 2
    while stores.ledgers.tally_and_head(ACME)[0].r:
        take_back(stores, made.pop())
    owed = reverse(
        *stores.ledgers.tally_and_head(ACME), waiting=[], available=[], on=TODAY, rules=FIRST
    )
    commit(stores, made[-1].registration_id, owed)
    again = [count(stores, f"again{n}") for n in range(11)]
    take_back(stores, again[0])
    seal_all(stores)


def redeem(stores: Stores, company_id: CompanyId = ACME) -> None:
    """A ledger with an entry of every kind. Credit 1 came back and is reserved again; 2 paid for a
    deficit; of those given by adjustment one was taken, one expired, one is available.
    """
    let_in(stores, company_id)
    made = count_many(stores, 23, company_id)
    grant_all(stores, 1, 2, company_id=company_id)
    seal_all(stores, company_id)
    desk = Desk(stores, company_id)
    desk.consume(desk.reserve("job_1").number)
    desk.restore(1)
    for job in ("job_2", "job_3"):
        desk.reserve(job)
    for registration in made[:4]:
        take_back(stores, registration)
    desk.release(2)
    assert desk.settle() == 1
    adjust(desk)
    desk.release(1)
    desk.reserve("job_4")


def adjust(desk: Desk) -> None:
    desk.give("adj_1")
    desk.take(-1, "adj_2")
    desk.give("adj_3")
    over = replace(desk, now=expiry(NOON, FIRST))
    over.expire(-3)
    over.give("adj_4")
