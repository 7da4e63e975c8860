"""What a company's published figures do is said of them, three people at a time."""

import json

import pytest

from functions.agency.reversals_flow import reverse
from shared.contracts.events import PartnerShown, ProgressMoved
from shared.domain.ids import CompanyId, JobOrderId, RecommendationId
from shared.domain.progress import published
from shared.domain.registration import Reason, Registration
from shared.table.commit import Table
from shared.table.relays import Relays
from tests.support.acts import count, grant_all, let_in, seal_all
from tests.support.builders import ACME, BOLT, NOON, PROGRAMME, named
from tests.support.recommending import Desk, a_file, an_order
from tests.support.stores import Stores, on_table


def moved(stores: Stores) -> list[ProgressMoved]:
    every = [said for said in stores.waiting() if said.detail_type == "ProgressMoved"]
    found = [ProgressMoved.model_validate_json(said.detail) for said in every]
    return sorted(found, key=lambda fact: int(fact.event_id.rpartition(":")[2]))


def more(stores: Stores, people: int) -> list[Registration]:
    """Counted, and shown as far as they may be."""
    before = stores.ledgers.tally_and_head(ACME)[0].n
    made = [count(stores, f"person{before + n}") for n in range(people)]
    seal_all(stores)
    return made


def test_progress_is_said_when_three_more_show_and_never_of_one(stores: Stores) -> None:
    let_in(stores)
    more(stores, 2)
    assert moved(stores) == []
    more(stores, 3)
    seal_all(stores)
    seal_all(stores)
    [fact] = moved(stores)
    assert (fact.counted, fact.toward_next, fact.to_next, fact.milestones) == (3, 3, 7, 0)


def test_what_is_said_is_what_get_progress_answers_by_then(stores: Stores) -> None:
    let_in(stores)
    for people in (4, 5, 3, 2):
        more(stores, people)
    grant_all(stores, 1)
    seal_all(stores)
    facts, shows = moved(stores), published(stores.ledgers.head(ACME))
    assert facts[-1].counted == shows.counted == 13
    assert facts[-1].milestones == shows.milestones == 1
    counted = [fact.counted for fact in facts]
    assert counted == sorted(set(counted)), "each says something new"


def test_a_reversal_moves_what_is_published_and_says_so(stores: Stores) -> None:
    let_in(stores)
    first, *_ = more(stores, 3)
    reverse(
        first.registration_id,
        Reason.SUSPECTED_FRAUD,
        registrations=stores.registrations,
        ledgers=stores.ledgers,
        reversals=stores.reversals,
        programme=PROGRAMME,
        now=NOON,
    )
    assert [fact.counted for fact in moved(stores)] == [3, 2]


def test_no_fact_of_it_names_a_registration(stores: Stores) -> None:
    let_in(stores)
    more(stores, 9)
    said = json.dumps([fact.model_dump(mode="json") for fact in moved(stores)])
    assert "counted" in said and "reg" not in said


@pytest.fixture
def desk(table: Table) -> Desk:
    stores = on_table(table)
    let_in(stores)
    let_in(stores, BOLT)
    return Desk(table)


def hire(desk: Desk, name: str) -> None:
    """Let go by ACME, hired by BOLT, and handed on."""
    rec, job = RecommendationId(f"rec_{name}"), JobOrderId(named("job", name))
    desk.posts(an_order(job_order_id=job))
    filed = a_file(name, let_go_by=(ACME,))
    desk.files(filed)
    desk.asks(filed.candidate_id, rec, job=job, confirmed=True)
    desk.answers(True, filed.candidate_id, rec)
    desk.recommends(rec, job=job)
    desk.joins(rec, job=job)
    assert desk.relays(rec, job)


def rows(desk: Desk, company_id: CompanyId) -> list[PartnerShown]:
    every = on_table(desk.table).waiting()
    found = [
        PartnerShown.model_validate_json(said.detail)
        for said in every
        if said.detail_type == "PartnerShown"
    ]
    return [fact for fact in found if fact.company_id == company_id]


def test_a_partner_is_said_at_the_third_person_to_both_and_once(desk: Desk) -> None:
    for name in ("ada", "grace"):
        hire(desk, name)
    assert rows(desk, ACME) == rows(desk, BOLT) == []
    for name in ("mary", "joan", "jean", "kay"):
        hire(desk, name)
    [acme], [bolt] = rows(desk, ACME), rows(desk, BOLT)
    assert (acme.row.direction, bolt.row.direction) == ("to", "from")
    assert acme.row.candidates == bolt.row.candidates == 3


def test_what_is_said_is_the_row_the_company_reads(desk: Desk) -> None:
    for name in ("ada", "grace", "mary"):
        hire(desk, name)
    _, [shown] = Relays(desk.table).seen(ACME)
    [fact] = rows(desk, ACME)
    assert type(fact.row).of(shown) == fact.row
    assert fact.occurred_at >= NOON
