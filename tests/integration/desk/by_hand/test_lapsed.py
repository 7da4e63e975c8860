"""Without a licence no job order is taken on, nobody is asked about one and nobody introduced."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shared.domain.job_order import JobOrderState
from shared.domain.tokyo import day
from tests.integration.desk.by_hand.test_licence import ends
from tests.support.acts import let_in
from tests.support.builders import ACME, BOLT, JOBS
from tests.support.desk import AtDesk, at_desk
from tests.support.desk import Desk as Agency
from tests.support.ordering import kept, post
from tests.support.recommending import ADA, JOB, REC, Desk, a_file, an_order

ORDER = f"/agency/companies/{BOLT}/job-orders/{JOB}"
TODAY: date = day(datetime.now(UTC))
LAPSED = "許可の有効期限が過ぎたため"


@pytest.fixture
def desk(desk: Agency) -> Agency:
    for company in (ACME, BOLT):
        let_in(desk.stores, company)
    return desk


@pytest.fixture
def hanako(desk: Agency) -> AtDesk:
    made = Desk(desk.table)
    made.posts(an_order())
    made.files(a_file())
    return at_desk(desk.table)


@pytest.mark.parametrize(("left", "status"), [(0, 303), (-1, 409)])
def test_a_job_order_is_taken_on_till_the_last_day(
    desk: Agency, monkeypatch: pytest.MonkeyPatch, left: int, status: int
) -> None:
    order = post(desk.stores, job_order_id=JOBS[2], company_id=BOLT)
    ends(monkeypatch, TODAY + timedelta(days=left))
    path = f"/agency/companies/{BOLT}/job-orders/{JOBS[2]}"
    said, page = at_desk(desk.table).sends(f"{path}/accept", seen="0")
    assert said == status and (LAPSED in page) is (left < 0)
    state = JobOrderState.POSTED if left < 0 else JobOrderState.ACCEPTED
    assert kept(desk.stores, order).state is state


@pytest.mark.parametrize(("left", "status"), [(0, 303), (-1, 409)])
def test_a_candidate_is_asked_till_the_last_day(
    hanako: AtDesk, monkeypatch: pytest.MonkeyPatch, left: int, status: int
) -> None:
    ends(monkeypatch, TODAY + timedelta(days=left))
    shown = hanako.reads(f"{ORDER}/ask?candidate={ADA}")[1]
    assert (LAPSED in shown) is (left < 0) and ("<fieldset" in shown) is (left >= 0)
    said, page = hanako.sends(f"{ORDER}/ask", candidate_id=ADA, **{"item-name": "on"})
    assert said == status and (LAPSED in page) is (left < 0)


def test_who_agreed_before_is_introduced_once_it_is_renewed(
    desk: Agency, hanako: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Desk(desk.table)
    made.asks()
    made.answers()
    path, form = f"{ORDER}/recommendations/{REC}/hand-over", {"seen": "0", "item-name": "on"}
    ends(monkeypatch, TODAY - timedelta(days=1))
    said, page = hanako.sends(path, **form)
    assert said == 409 and LAPSED in page
    ends(monkeypatch, TODAY)
    assert hanako.sends(path, **form)[0] == 303
