"""Search: names however they are written, addresses and numbers whole, and nothing of who left."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

import functions.agency.handler as handler
import functions.manage.companies as companies
import functions.manage.handler as manage
from functions.file import handler as filing
from shared import found_by
from shared.contracts.events import ErasureBegun, JobOrderPosted
from shared.domain.candidate_file import CandidateFile
from shared.domain.job_order import JobOrder
from shared.table import keys
from shared.table.commit import Table
from shared.table.job_orders import JobOrders
from shared.table.searches import MOST
from tests.support import files_desk
from tests.support.asking import CONTEXT, asked
from tests.support.builders import BOLT, JOBS, NOON, PEPPER, a_job_order
from tests.support.counting import Counted
from tests.support.desk import WIRED, AtDesk, at_desk
from tests.support.table import fresh_table
from tests.support.wired import wire

NAME: dict[str, Any] = {"full_name": "髙橋 春香", "phone": "090-1234-5678"}
SESSION, REQUESTS = 1, 3


def desk_over(table: Table, monkeypatch: pytest.MonkeyPatch) -> files_desk.Desk:
    wire(monkeypatch, table, *WIRED, handler, manage, companies, filing)
    return files_desk.desk_on(table, monkeypatch)


@pytest.fixture
def files(table: Table, monkeypatch: pytest.MonkeyPatch) -> files_desk.Desk:
    return desk_over(table, monkeypatch)


@pytest.fixture
def ada(files: files_desk.Desk) -> AtDesk:
    return at_desk(files.table)


def found(ada: AtDesk, asked: str, **more: str) -> str:
    status, page = ada.sends("/agency/search", q=asked, **more)
    assert status == 200, page
    return page


def read_as(files: files_desk.Desk, file: CandidateFile, reading: str) -> None:
    ada = at_desk(files.table)
    path = f"/agency/candidates/{file.candidate_id}/reading"
    assert ada.sends(path, reading=reading, was="")[0] == 303


@pytest.mark.parametrize("asked", ["髙橋", "高橋", "高", "春香", "高橋春香", "春香 高橋"])
def test_a_candidate_is_found_by_kanji(files: files_desk.Desk, ada: AtDesk, asked: str) -> None:
    file = files.filed("ada", **NAME)
    assert f"/agency/candidates/{file.candidate_id}" in found(ada, asked)


@pytest.mark.parametrize(
    "asked",
    ["たかはし", "タカハシ", "ﾀｶﾊｼ ﾊﾙｶ", "Takahashi", "haruka takahasi", "はるか", "ＴＡＫＡ"],
)
def test_once_its_reading_is_typed_by_kana_and_romaji_too(
    files: files_desk.Desk, ada: AtDesk, asked: str
) -> None:
    file = files.filed("ada", **NAME)
    path = f"/agency/candidates/{file.candidate_id}"
    assert path not in found(ada, asked)
    read_as(files, file, "タカハシ ハルカ")
    assert path in found(ada, asked)


def test_a_program_types_a_reading_as_the_page_does_and_takes_it_away(
    files: files_desk.Desk, ada: AtDesk
) -> None:
    file = files.filed("ada", **NAME)
    path = f"/v1/agency/candidates/{file.candidate_id}"
    files.asks("PATCH", path, {"reading": "ﾀｶﾊｼ ﾊﾙｶ"})
    assert files.asks("GET", path)["reading"] == "タカハシ ハルカ"
    assert file.candidate_id in found(ada, "haruka")
    page = ada.reads(f"/agency/candidates/{file.candidate_id}")[1]
    assert "タカハシ ハルカ" in page and f"{file.candidate_id}/reading" in page
    assert "よみがなを" in page
    files.asks("PATCH", path, {"notes": "覚え書き"})
    assert file.candidate_id in found(ada, "haruka")
    files.asks("PATCH", path, {"reading": None})
    assert file.candidate_id not in found(ada, "haruka")
    wrong = files.asks("PATCH", path, {"reading": "Takahashi"}, status=422)
    assert "reading" in wrong["detail"]


@pytest.mark.parametrize(
    "asked", ["ada@example.org", "ADA+jobs@Example.org", "090-1234-5678", "０９０１２３４５６７８"]
)
def test_an_address_and_a_number_are_found_whole(
    files: files_desk.Desk, ada: AtDesk, asked: str
) -> None:
    file = files.filed("ada", **NAME)
    assert file.candidate_id in found(ada, asked)


@pytest.mark.parametrize("asked", ["ada@example", "090-1234-567", "山田", "高橋冬", "akahashi"])
def test_what_is_not_theirs_finds_nobody(files: files_desk.Desk, ada: AtDesk, asked: str) -> None:
    file = files.filed("ada", **NAME)
    assert file.candidate_id not in found(ada, asked)


@pytest.mark.parametrize("asked", ["", "t", "-", "株式会社", "高" * 121])
def test_too_little_and_too_much_is_said_beside_the_field(ada: AtDesk, asked: str) -> None:
    status, page = ada.sends("/agency/search", q=asked)
    assert (status, 'id="q-wrong"' in page) == (422, True)


def left(files: files_desk.Desk) -> list[str]:
    return [i[keys.SORT] for i in files.everything() if i[keys.PARTITION].startswith("FIND#")]


def test_of_who_is_erased_nothing_is_left_to_find(files: files_desk.Desk, ada: AtDesk) -> None:
    file = files.filed("ada", **NAME)
    read_as(files, file, "たかはし はるか")
    assert len(left(files)) > 10
    files.asks("POST", f"/v1/agency/candidates/{file.candidate_id}/erasure", {})
    assert any(isinstance(fact, ErasureBegun) for fact in files.goes_on())
    assert left(files) == []
    assert file.candidate_id not in found(ada, "高橋")


def test_of_two_files_that_were_one_person_s_the_kept_one_is_found(
    files: files_desk.Desk, ada: AtDesk
) -> None:
    kept = files.filed("ada", **NAME)
    other = files.filed(
        "bob", BOLT, NOON + timedelta(1), full_name="春野 さくら", phone=NAME["phone"]
    )
    [pair] = files.asks("GET", "/v1/agency/duplicates")["items"]
    path = f"/v1/agency/duplicates/{pair['duplicate_id']}/merge"
    files.asks("POST", path, {"keep": kept.candidate_id})
    assert {name.rpartition("#")[2] for name in left(files)} == {kept.candidate_id}
    assert other.candidate_id not in found(ada, "春野")
    assert kept.candidate_id in found(ada, "bob@example.org")


def test_who_registers_again_by_another_name_is_found_by_that(
    files: files_desk.Desk, ada: AtDesk
) -> None:
    file = files.filed("ada", **NAME)
    read_as(files, file, "たかはし はるか")
    files.filed("ada", BOLT, NOON + timedelta(1), full_name="青空 春香")
    assert file.candidate_id in found(ada, "青空")
    assert file.candidate_id not in found(ada, "高橋")
    assert files.files.find(file.candidate_id).reading is None


def test_no_key_of_the_index_says_a_name(files: files_desk.Desk) -> None:
    file = files.filed("ada", **NAME)
    read_as(files, file, "たかはし はるか")
    items = [i for i in files.everything() if i[keys.PARTITION].startswith("FIND#")]
    said = {frozenset(item): item[keys.PARTITION].removeprefix("FIND#").isalnum() for item in items}
    assert said == {frozenset({keys.PARTITION, keys.SORT}): True}


def test_a_company_is_found_from_when_it_asked(files: files_desk.Desk, ada: AtDesk) -> None:
    named = {
        "name": "株式会社ひかり製作所",
        "contact_name": "光",
        "contact_email": "h@hikari.example",
    }
    asks = asked("POST", "/v1/companies", named, {"content-type": "application/json"})
    company_id = json.loads(manage.handle(asks, CONTEXT)["body"])["company_id"]
    for typed in ("ヒカリ", "株式会社ひかり製作所", "製作所", "h@hikari.example"):
        assert f"/agency/companies/{company_id}" in found(ada, typed)


def posted(table: Table, title: str, name: str = JOBS[1]) -> JobOrder:
    order = a_job_order(name, title=title)
    beside = found_by.job_order(PEPPER, None, order)
    JobOrders(table.along(*beside)).post(order, said_of(order))
    return order


def said_of(order: JobOrder) -> JobOrderPosted:
    return JobOrderPosted(
        event_id=f"posted:{order.job_order_id}",
        occurred_at=NOON,
        company_id=order.company_id,
        job_order_id=order.job_order_id,
    )


def test_a_job_order_is_found_by_its_title_and_no_longer_by_the_one_before(
    files: files_desk.Desk, ada: AtDesk
) -> None:
    before = posted(files.table, "研究職")
    path = f"/agency/companies/{before.company_id}/job-orders/{before.job_order_id}"
    assert path in found(ada, "研究")
    after = replace(before, title="営業職")
    beside = found_by.job_order(PEPPER, before, after)
    JobOrders(files.table.along(*beside)).change(before, after)
    assert path in found(ada, "営業")
    assert path not in found(ada, "研究")


def cursor(page: str) -> str:
    said = re.search(r'name="cursor" value="([^"]*)"', page)
    return said[1] if said else ""


def test_however_many_there_are_a_page_asks_three_times_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Counted()
    files = desk_over(fresh_table(counted.client), monkeypatch)
    names = [f"山田{n}郎" for n in range(MOST + 5)]
    for n, name in enumerate(names):
        files.filed(f"p{n}", full_name=name)
    ada, seen, there = at_desk(files.table), list[str](), ""
    while True:
        counted.since()
        page = found(ada, "山田", cursor=there)
        assert len(counted.since()) <= SESSION + REQUESTS
        seen += re.findall("山田\\d+郎", page)
        if not (there := cursor(page)):
            break
    assert sorted(seen) == sorted(names)


@pytest.mark.parametrize("typed", ["p@example.org", "090-1234-5678"])
def test_an_address_and_a_number_ask_three_times_at_most(
    monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    counted = Counted()
    files = desk_over(fresh_table(counted.client), monkeypatch)
    file = files.filed("p", **NAME)
    ada = at_desk(files.table)
    counted.since()
    assert file.candidate_id in found(ada, typed)
    assert len(counted.since()) <= SESSION + REQUESTS


def test_a_cursor_we_did_not_give_is_refused(ada: AtDesk) -> None:
    assert ada.sends("/agency/search", q="山田", cursor="eA==")[0] == 422
