"""The rules on a page: read by everybody, made by a manager who saw the effect first."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest

from shared import clock
from shared.counting import settle
from shared.domain.edition import Edition
from shared.domain.member import Member, Role
from shared.domain.registration import Signal
from shared.domain.rules import FIRST
from shared.domain.tokyo import TOKYO
from shared.table.members import Members
from shared.table.pasts import Pasts
from tests.support.acts import count, let_in, person, take_in
from tests.support.builders import BOLT, NOON, PEPPER, PROGRAMME
from tests.support.counting import Counted
from tests.support.desk import ADA, HANAKO, AtDesk, Desk, at_desk

NOW = NOON + timedelta(days=60)
NEW = "/agency/rules/new"


@pytest.fixture(autouse=True)
def then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def counted(desk: Desk) -> Counted:
    return Counted(desk.table.client)


@pytest.fixture
def manager(desk: Desk) -> AtDesk:
    return at_desk(desk.table, Role.MANAGER)


def fields(page: str) -> dict[str, str]:
    """What the long form holds, as a browser would send it."""
    form = page[page.index('<form class="long"') :]
    typed = {
        name: unescape(value)
        for tag in re.findall(r"<input [^>]*>", form)
        for name in re.findall(r'name="(\w+)"', tag)[:1]
        for value in re.findall(r'value="([^"]*)"', tag)[:1]
    }
    chosen = re.search(r'<option value="(\w+)" selected', form)
    return {**typed, "acceptance_needed": chosen[1] if chosen else ""}


def typing(manager: AtDesk, **typed: str) -> dict[str, str]:
    return {k: v for k, v in fields(manager.reads(NEW)[1]).items() if k != "form"} | typed


def version(number: int, days: float, **changed: Any) -> Edition:
    begins = NOW + timedelta(days=days)
    rules = replace(FIRST, version=number, effective_from=begins, **changed)
    return Edition(rules, NOW - timedelta(days=1), PEPPER.person(f"{HANAKO}@agency.example"))


def test_an_adviser_reads_them_in_plain_sentences_and_finds_no_way_to_make_any(desk: Desk) -> None:
    desk.stores.rulebook.add(version(2, 3, hold_days=7))
    status, page = at_desk(desk.table).reads("/agency/rules")
    assert status == 200
    assert "登録が10人カウントされるごとに" in page
    assert "<strong>変わる点:</strong> 確認から7日後にカウントします。" in page
    assert NEW not in page


def test_every_version_says_who_made_it_and_what_it_changed(desk: Desk, manager: AtDesk) -> None:
    book = desk.stores.rulebook
    book.add(version(2, -3, hold_days=7))
    book.add(version(3, 3, hold_days=7, contact_weekdays=4))
    hanako = Member("中村 花子", "hanako@agency.example", Role.MANAGER, NOON)
    Members(desk.table).enrol(PEPPER.person(f"{HANAKO}@agency.example"), hanako)
    page = manager.reads("/agency/rules")[1]
    rows = page[page.index("<tbody>") :].split("<tr>")[1:]
    assert ["第3版" in rows[0], "第2版" in rows[1], "第1版" in rows[2]] == [True] * 3
    assert "平日4日以内" in rows[0] and "7日後" not in rows[0]
    assert "7日後" in rows[1] and "中村 花子" in rows[1]
    assert "いまの規則（第2版）" in page


def test_a_page_of_many_versions_is_three_requests_and_leads_on(
    desk: Desk, manager: AtDesk, counted: Counted
) -> None:
    for n in range(2, 25):
        desk.stores.rulebook.add(version(n, n - 22, contact_weekdays=1 + n % 9))
    counted.since()
    page = manager.reads("/agency/rules")[1]
    assert len(counted.since()) <= 4  # one of them the session's
    assert "第24版" in page and "第4版" not in page
    onward = re.search(r'href="(/agency/rules\?cursor=[^"]+)"', page)
    assert onward
    rest = manager.reads(unescape(onward[1]))[1]
    assert "第4版" in rest and "第1版" in rest and "第5版" not in rest


def test_the_effect_is_seen_before_anything_is_made(desk: Desk, manager: AtDesk) -> None:
    let_in(desk.stores)
    let_in(desk.stores, BOLT)
    for n in range(3):
        count(desk.stores, f"long{n}", at=NOW - timedelta(days=40))
    for n in range(2):
        count(desk.stores, f"late{n}", BOLT, at=NOW - timedelta(days=2))
    count(desk.stores, "before", at=NOW - timedelta(days=100))
    status, page = manager.sends(NEW, **typing(manager, hold_days="5"))
    assert status == 200
    assert "5人ではなく、3人をカウントしていました。" in page
    assert "確認から5日後にカウントします。" in page
    assert "待つ間に、取り下げ" in page
    assert desk.stores.rulebook.all() == []


def test_what_was_previewed_is_made_once_and_is_in_the_log(desk: Desk, manager: AtDesk) -> None:
    typed = typing(manager, hold_days="5", notice_days="６０、10", fee_cap_jpy="7,000,000")
    page = manager.sends(NEW, **typed)[1]
    made = page[page.index('action="/agency/rules"') : page.index("</form>", page.index("ahead"))]
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', made))
    sent.pop("form")
    for _ in range(2):
        assert manager.sends("/agency/rules", **sent) == (303, "/agency/rules?done=made")
    [found] = desk.stores.rulebook.all()
    rules = found.rules
    assert (rules.version, rules.hold_days, rules.notice_days) == (2, 5, (60, 10))
    assert (rules.fee_cap_jpy, rules.credit_months) == (7_000_000, FIRST.credit_months)
    begins = (NOW.astimezone(TOKYO) + timedelta(days=2)).date()
    assert rules.effective_from == datetime(*begins.timetuple()[:3], tzinfo=TOKYO).astimezone(UTC)
    [act] = desk.knows("/audit-log")["items"]
    assert (act["what"], act["who"]) == ("rules.make", manager.person)
    assert "次の版をつくりました" in manager.reads("/agency/rules?done=made")[1]


@pytest.mark.parametrize("path", [NEW, "/agency/rules"])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("hold_days", "61"),
        ("hold_days", ""),
        ("hold_days", "1.5"),
        ("burst", "たくさん"),
        ("notice_days", "7, 30"),
        ("notice_days", "soon"),
        ("acceptance_needed", "perhaps"),
        ("effective_from", "2020-01-01T00:00"),
        ("effective_from", "<tomorrow>"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(
    desk: Desk, manager: AtDesk, path: str, name: str, typed: str
) -> None:
    status, page = manager.sends(path, **typing(manager, **{"contact_weekdays": "3", name: typed}))
    assert status == 422
    assert f'id="{name}-wrong"' in page
    kept = fields(page)
    assert kept["contact_weekdays"] == "3"
    assert name == "acceptance_needed" or kept[name] == typed
    assert desk.stores.rulebook.all() == []


def test_a_version_that_changes_nothing_is_not_made(desk: Desk, manager: AtDesk) -> None:
    status, page = manager.sends("/agency/rules", **typing(manager))
    assert (status, "変わるところがありません" in page) == (422, True)


def test_of_two_managers_the_later_is_told_what_the_other_changed_and_loses_nothing(
    desk: Desk, manager: AtDesk
) -> None:
    typed = typing(manager, hold_days="5")
    desk.stores.rulebook.add(version(2, 1, contact_weekdays=4))
    for path in (NEW, "/agency/rules"):
        status, page = manager.sends(path, **typed)
        assert status == 409
        assert "第2版がつくられました" in page and "平日4日以内" in page
        kept = fields(page)
        assert (kept["hold_days"], kept["contact_weekdays"], kept["after"]) == ("5", "4", "2")
    assert len(desk.stores.rulebook.all()) == 1


def test_an_adviser_may_make_none_and_that_they_tried_is_in_the_log(desk: Desk) -> None:
    ada = at_desk(desk.table)
    assert ada.reads(NEW)[0] == 403
    assert [ada.sends(path, hold_days="5")[0] for path in (NEW, "/agency/rules")] == [403, 403]
    assert desk.stores.rulebook.all() == []
    tried = [act["what"] for act in desk.knows("/audit-log")["items"]]
    assert tried == ["refused", "refused"]
    assert desk.asks("GET", "/rules", by=ADA)[0] == 200


def test_the_past_is_read_in_a_bounded_number_of_requests(desk: Desk, counted: Counted) -> None:
    let_in(desk.stores)
    for n in range(12):
        count(desk.stores, f"one{n}", at=NOW - timedelta(days=n))
    marked = replace(
        take_in(desk.stores, "held", at=NOW - timedelta(days=20)), signals=(Signal.BURST,)
    )
    settle(marked, person("held"), referrals=desk.stores.referrals, programme=PROGRAMME, now=NOW)
    counted.since()
    found = Pasts(desk.table, PEPPER.person).read(NOW - timedelta(days=90), NOW, most=5)
    assert (len(found.pasts), found.companies, found.are_all) == (5, 1, True)
    assert found.since == NOW - timedelta(days=4)
    assert len(counted.since()) <= 1 + 5 + 1  # companies, months, items
    every = Pasts(desk.table, PEPPER.person).read(NOW - timedelta(days=90), NOW)
    assert len(every.pasts) == 13


def test_a_duplicate_says_since_when_the_other_has_the_person(desk: Desk) -> None:
    let_in(desk.stores)
    let_in(desk.stores, BOLT)
    first = NOW - timedelta(days=50)
    count(desk.stores, "ada", at=first)
    again = count(desk.stores, "ada", BOLT, at=NOW - timedelta(days=1))
    found = Pasts(desk.table, PEPPER.person).read(NOW - timedelta(days=30), NOW)
    [past] = found.pasts
    assert past.submitted_at == again.submitted_at
    assert past.taken_at == first
