"""Who was shown to whom, on a page: a month at a time, and as a file."""

import csv
import io
import re
from datetime import datetime, timedelta

import pytest

from functions.place import provision_records
from functions.place.by_hand import provision_records as page
from shared.domain.ids import CandidateId, JobOrderId, RecommendationId
from shared.domain.provision import Provision
from shared.domain.recommendation import Item
from shared.domain.tokyo import TOKYO
from shared.table import provision_item
from tests.support.builders import BOLT
from tests.support.counting import Counted
from tests.support.desk import AtDesk, Desk, at_desk, desk_over
from tests.support.table import fresh_table

HERE = "/agency/provision-records"
MARCH = f"{HERE}?month=2026-03"
NEW_YEAR = datetime(2026, 3, 1, 0, 30, tzinfo=TOKYO)
"""In the last month by UTC."""


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def desk(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_over(fresh_table(counted.client), monkeypatch)


@pytest.fixture
def ada(desk: Desk) -> AtDesk:
    return at_desk(desk.table)


def provided(desk: Desk, name: str, at: datetime) -> None:
    made = Provision(
        at=at,
        recommendation_id=RecommendationId(f"rec_{name}"),
        candidate_id=CandidateId(f"cnd_{name}"),
        candidate_name=name,
        company_id=BOLT,
        company_name="株式会社ボルト",
        job_order_id=JobOrderId("job_1"),
        items=(Item.NAME, Item.CV),
        consented_at=at - timedelta(days=1),
        text_version="2026-11-1",
        provided_by="道標 次郎",
    )
    desk.table.commit(*provision_item.new(desk.table, made))


def names(shown: str) -> list[str]:
    return re.findall(r'/agency/candidates/cnd_(\w+)"', shown)


def test_a_record_says_who_to_whom_what_by_which_consent_and_until_when(
    desk: Desk, ada: AtDesk
) -> None:
    provided(desk, "ada", datetime(2026, 3, 2, 9, tzinfo=TOKYO))
    status, shown = ada.reads(MARCH)
    assert status == 200
    for said in ("株式会社ボルト", "氏名、職務経歴書", "2026-11-1", "道標 次郎", "2029年3月2日"):
        assert said in shown
    assert "Name, CV" in ada.reads(f"{MARCH}&lang=en")[1]


def test_a_month_is_tokyos(desk: Desk, ada: AtDesk) -> None:
    provided(desk, "early", NEW_YEAR)
    provided(desk, "before", NEW_YEAR - timedelta(hours=1))
    provided(desk, "after", datetime(2026, 4, 1, 0, 30, tzinfo=TOKYO))
    assert names(ada.reads(MARCH)[1]) == ["early"]
    assert names(ada.reads(f"{HERE}?month=2026-02")[1]) == ["before"]
    assert names(ada.reads(f"{HERE}?month=2026-04")[1]) == ["after"]


def test_each_comes_once_in_three_requests_a_page(
    desk: Desk, ada: AtDesk, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "PAGE", 3)
    for n in range(8):
        provided(desk, f"n{n}", NEW_YEAR + timedelta(hours=3 * n))
    found, path = list[str](), MARCH
    while path:
        counted.since()
        shown = ada.reads(path)[1]
        assert len(counted.since()) <= 1 + 3
        found += names(shown)
        following = re.findall(r'href="([^"]*cursor=[^"]*)"', shown)
        path = following[-1].replace("&amp;", "&") if following else ""
    assert found == [f"n{n}" for n in range(8)]


def test_a_cursor_of_another_month_shows_nothing_of_it(desk: Desk, ada: AtDesk) -> None:
    for n in range(2):
        provided(desk, f"n{n}", NEW_YEAR + timedelta(hours=n))
    with pytest.MonkeyPatch.context() as small:
        small.setattr(page, "PAGE", 1)
        [more] = re.findall(r'href="[^"]*cursor=([^"]*)"', ada.reads(MARCH)[1])
    for month in ("2026-01", "2026-05"):
        status, shown = ada.reads(f"{HERE}?month={month}&cursor={more}")
        assert status == 200 and names(shown) == []


def test_some_days_are_a_file(desk: Desk, ada: AtDesk) -> None:
    provided(desk, "ada", NEW_YEAR)
    status, text = ada.reads(f"{HERE}?format=csv&from=2026-03-01&to=2026-03-01")
    _, row = csv.reader(io.StringIO(text[1:], newline=""))
    assert status == 200 and row[1] == "ada"


@pytest.mark.parametrize(
    "asked", ["from=&to=2026-03-01", "from=2026-03-02&to=2026-03-01", "from=2026-01-01&to=x"]
)
def test_days_that_cannot_be_are_said_beside_their_field(ada: AtDesk, asked: str) -> None:
    status, shown = ada.reads(f"{HERE}?format=csv&{asked}")
    assert status == 422 and '-wrong">' in shown


def test_too_many_for_one_file_is_said(
    desk: Desk, ada: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provision_records, "MOST", 1)
    for n in range(2):
        provided(desk, f"n{n}", NEW_YEAR)
    status, shown = ada.reads(f"{HERE}?format=csv&from=2026-03-01&to=2026-03-01")
    assert status == 422 and "期間を短く" in shown
