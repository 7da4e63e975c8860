"""What a company named is called by its name at the agency, not by an id."""

from dataclasses import replace

from tests.support.acts import count, let_in, person
from tests.support.builders import (
    ACME,
    JOBS,
    NOON,
    a_candidate,
    a_doorway,
    a_link,
    a_registration,
)
from tests.support.desk import Desk, at_desk
from tests.support.facts import submitted
from tests.support.ordering import accepted, let_in_with_credits, reserve

HERE = f"/agency/companies/{ACME}"
COUNTED = f"{HERE}/counted?month={NOON:%Y-%m}"


def test_a_link_is_called_by_its_label(desk: Desk) -> None:
    let_in(desk.stores)
    link = count(desk.stores).link_id
    ada = at_desk(desk.table)
    assert link in ada.reads(COUNTED)[1]
    desk.stores.links.add(a_link(label="二次面接のあと"), a_doorway())
    page = ada.reads(COUNTED)[1]
    assert ("二次面接のあと" in page, link in page) == (True, False)


def test_a_job_order_is_called_by_its_title_where_credits_went(desk: Desk) -> None:
    let_in_with_credits(desk.stores, 1)
    reserve(desk.stores, accepted(desk.stores, title="品質保証"))
    ada = at_desk(desk.table)
    for part in ("credits", "ledger"):
        page = ada.reads(f"{HERE}/{part}")[1]
        assert f'href="{HERE}/job-orders/{JOBS[1]}"><bdi>品質保証</bdi></a>' in page


def test_wished_work_is_called_by_its_name(desk: Desk) -> None:
    let_in(desk.stores)
    made = a_registration(candidate=replace(a_candidate(), desired_occupation="09"))
    desk.stores.registrations.submit(made, person("ada"), submitted(made))
    page = at_desk(desk.table).reads(f"/agency/registrations/{made.registration_id}")[1]
    assert "<bdi>サービスの職業</bdi>" in page
