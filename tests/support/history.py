"""A company to which everything happened that can happen today."""

from shared.domain.reversal import reverse
from tests.support.acts import count, count_many, grant_all, let_in, seal_all
from tests.support.builders import ACME, TODAY
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
    owed = reverse(*stores.ledgers.tally_and_head(ACME), waiting=[], available=[], on=TODAY)
    commit(stores, made[-1].registration_id, owed)
    again = [count(stores, f"again{n}") for n in range(11)]
    take_back(stores, again[0])
    seal_all(stores)
