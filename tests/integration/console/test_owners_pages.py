"""The log, the rules and the terms as a company reads them."""

import ast
import csv
import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeGuard

import pytest

from functions.console import rules as rules_page
from functions.console.room import ROOM
from shared.domain.audit import Audited
from shared.domain.company import CompanyState
from shared.domain.company_member import CompanyMember
from shared.domain.rules import FIRST
from shared.domain.seat import CompanyRole
from shared.pages import texts
from shared.pages.catalogue import words
from shared.programme import Kept
from shared.table import keys
from shared.table.audits import Audits
from shared.table.commit import Table
from shared.table.companies import Companies
from shared.table.company_members import CompanyMembers
from tests.integration.console.test_job_orders import log, table_of
from tests.support.builders import ACME, BOLT, PEPPER
from tests.support.counting import Counted
from tests.support.sat import Sat, hidden, sat
from tests.support.stores import Stores

ROOT = Path(__file__).resolve().parents[3]
PAGES = ("/console/audit", "/console/rules", "/console/terms", "/console")
HANA = PEPPER.person("owner@co_acme.example")
NOW = datetime.now(UTC)
ACT = r"(link|job_order|credit|company|profile|member|key|terms)\.[a-z_]+"
NEWEST = texts.current("company_terms", "ja").version


@pytest.fixture
def owner(relay: Stores) -> Sat:
    table = table_of(relay)
    role = CompanyRole.OWNER
    hana = CompanyMember(ACME, "mem_hana", HANA, "hana@x.example", "青空 花子", role, NOW)
    table.commit(*CompanyMembers(table).added(hana))
    return sat(table)


def notes(table: Table, n: int, what: str = "link.make", company: str = ACME, **told: str) -> None:
    at = NOW - timedelta(minutes=n)
    note = Audited(f"aud_{n:04}", at, HANA, "ses_1", what, f"lnk_{n}", told, company)  # type: ignore[arg-type]
    table.commit(Audits(table).note(note))


@pytest.mark.parametrize("path", [*PAGES, "/console/audit/csv"])
def test_an_owner_reads_in_three_requests_at_most(
    relay: Stores, owner: Sat, counted: Counted, path: str
) -> None:
    notes(table_of(relay), 1)
    for locale in ("ja", "en"):
        counted.since()
        assert owner.reads(f"{path}?lang={locale}")[0] == 200
        assert len(counted.since()) <= 3


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_the_log_is_an_owners_and_everybody_reads_rules_and_terms(
    relay: Stores, owner: Sat, role: CompanyRole
) -> None:
    other = sat(table_of(relay), role)
    for path in ("/console/audit", "/console/audit/csv"):
        assert other.reads(path)[0] == 403
    assert other.reads("/console/rules")[0] == 200
    status, page = other.reads("/console/terms")
    assert status == 200 and 'name="version"' not in page
    assert other.sends("/console/terms", {"version": NEWEST})[0] == 403
    assert Companies(table_of(relay)).find(ACME).terms_version is None


def test_the_log_says_who_did_what_from_what_to_what(relay: Stores, owner: Sat) -> None:
    table = table_of(relay)
    notes(table, 1, **{"label.before": "一次", "label.after": "二次"})
    notes(table, 2, "member.role", **{"role.before": "recruiter", "role.after": "viewer"})
    page = owner.reads("/console/audit")[1]
    assert "青空 花子" in page and "リンクをつくった" in page
    assert "一次 → 二次" in page and "採用担当 → 閲覧のみ" in page
    assert 'href="/console/links/lnk_1"' in page
    page = owner.reads("/console/audit?lang=en")[1]
    assert "Made a link" in page and "Recruiter → Viewer" in page and "Japan time" in page


def test_a_channel_of_the_own_costs_is_a_line_as_in_the_form(relay: Stores, owner: Sat) -> None:
    form = {"referral-hires": "1", "referral-each_jpy": "100000", "scout-hires": "1,200"}
    owner.sends("/console/saving", form)
    page = owner.reads("/console/audit")[1]
    assert re.findall(r'<span class="why">([^<]+): <bdi>([^<]+)', page) == [
        ("スカウト・ダイレクト採用", "1,200人 × 0円"),
        ("社員からの紹介", "1人 × 100,000円"),
    ]
    assert "1 × JPY 100,000" in owner.reads("/console/audit?lang=en")[1]
    for locale in ("ja", "en"):
        form_says = ROOM.words(locale, "saving")
        said = {name: channel["name"] for name, channel in form_says["channels"].items()}
        assert words(locale, "audit")["channels"] == said


def test_what_an_act_is_about_has_a_name_or_a_kind_with_its_id_beside(
    relay: Stores, owner: Sat
) -> None:
    notes(table_of(relay), 1, **{"label.before": "一次", "label.after": "二次"})
    note = Audited("aud_0", NOW - timedelta(hours=1), HANA, "", "link.close", "lnk_1", {}, ACME)
    table_of(relay).commit(Audits(table_of(relay)).note(note))
    notes(table_of(relay), 2, "link.close")
    page = owner.reads("/console/audit")[1]
    assert page.count('href="/console/links/lnk_1"><bdi>二次</bdi>') == 2
    assert '"/console/links/lnk_2"><bdi>リンク</bdi></a><span class="why address">lnk_2<' in page
    rows = list(csv.reader(io.StringIO(owner.reads("/console/audit/csv")[1][1:])))
    assert [row[4] for row in rows[1:]] == ["二次", "リンク", "二次"]
    assert [row[7] for row in rows[1:]] == ["lnk_1", "lnk_2", "lnk_1"]


def test_who_is_gone_and_a_key_keep_their_names(relay: Stores, owner: Sat) -> None:
    table, members = table_of(relay), CompanyMembers(table_of(relay))
    taro = replace(members.find(ACME, "mem_hana"), member_id="mem_taro", person=PEPPER.person("t"))
    table.commit(*members.added(replace(taro, name="海野 太郎")))
    table.commit(*members.removed(taro))
    by = Audited("aud_1", NOW, taro.person, "ses_2", "link.open", "lnk_1", {}, ACME)
    table.commit(Audits(table).note(by))
    assert "海野 太郎" in owner.reads("/console/audit")[1]


def test_a_viewers_attempt_is_in_it(relay: Stores, owner: Sat) -> None:
    sat(table_of(relay), CompanyRole.VIEWER).sends("/console/terms", {"version": NEWEST})
    page = owner.reads("/console/audit")[1]
    assert "役割では行えない操作を試みた" in page and "POST /console/terms" in page


def test_it_is_turned_page_by_page_newest_first_and_leaves_nothing_out(
    relay: Stores, owner: Sat
) -> None:
    for n in range(120):
        notes(table_of(relay), n)
    found, path = list[str](), "/console/audit"
    for _ in range(3):
        status, page = owner.reads(path)
        assert status == 200
        found += [line.partition('"')[0] for line in page.split('href="/console/links/')[1:]]
        path = f"/console/audit?{page.partition('/console/audit?cursor=')[2].partition('"')[0]}"
        path = path.replace("audit?", "audit?cursor=").replace("%3D", "=")
    assert found == [f"lnk_{n}" for n in range(120)]
    assert owner.reads("/console/audit?cursor=x")[0] == 422


def test_another_companys_log_is_another(relay: Stores, owner: Sat) -> None:
    notes(table_of(relay), 7, company=BOLT)
    assert "lnk_7" not in owner.reads("/console/audit")[1]


def test_the_spreadsheet_has_its_mark_and_no_formula(relay: Stores, owner: Sat) -> None:
    notes(table_of(relay), 1, **{"label.after": "=1+1"})
    notes(table_of(relay), 2, "=cmd()")
    text = owner.reads("/console/audit/csv")[1]
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:])))
    assert [len(row) for row in rows] == [10, 10, 10]
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    assert rows[1][1] == "青空 花子"


def test_every_act_of_a_company_has_its_words() -> None:
    said = set[object]()
    for folder in ("functions/console", "functions/manage", "shared/company"):
        for file in (ROOT / folder).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    said |= {arg.value for arg in node.args if _is_act(arg)}
    assert len(said) > 10
    for locale in ("ja", "en"):
        acts = words(locale, "audit")["acts"].keys()
        assert said <= acts, said - acts


def _is_act(node: ast.expr) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and bool(re.fullmatch(ACT, str(node.value)))


def test_the_rules_say_since_when_and_what_is_announced(
    owner: Sat, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "予定されている変更はありません" in owner.reads("/console/rules")[1]
    later = replace(FIRST, version=2, effective_from=NOW + timedelta(days=30), credit_months=36)
    monkeypatch.setattr(rules_page, "programme", lambda: Kept((later,)))
    page = owner.reads("/console/rules")[1]
    assert "いまの規則（第1版）" in page and "次の規則（第2版）" in page
    assert page.count("変わる点:") == 1
    assert "24か月" in page and "36か月" in page


def test_a_new_version_of_the_terms_waits_until_an_owner_agrees(relay: Stores, owner: Sat) -> None:
    recruiter = sat(table_of(relay), CompanyRole.RECRUITER)
    assert 'href="/console/terms">' in owner.reads("/console")[1].partition("<main")[2]
    assert 'href="/console/terms">' not in recruiter.reads("/console")[1].partition("<main")[2]
    page = owner.reads("/console/terms")[1]
    form = {"version": hidden(page, "version"), "once": hidden(page, "once")}
    for _ in range(2):
        assert owner.sends("/console/terms", form) == (303, "/console/terms?done=accepted")
    page = owner.reads("/console/terms?done=accepted")[1]
    assert "青空 花子さんが" in page and 'name="version"' not in page
    assert 'href="/console/terms">' not in owner.reads("/console")[1].partition("<main")[2]
    assert log(relay) == [("terms.accept", ACME, {"version": NEWEST})]


def test_who_agrees_second_changes_nothing_of_who_did(relay: Stores, owner: Sat) -> None:
    for _ in range(2):
        assert owner.sends("/console/terms", {"version": NEWEST})[0] == 303
    assert len(log(relay)) == 1


def test_nobody_agrees_to_what_they_did_not_read(
    relay: Stores, owner: Sat, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.sends("/console/terms", {"version": NEWEST})
    newer = replace(texts.current("company_terms", "ja"), version="2099-01-1")
    monkeypatch.setattr(texts, "current", lambda *_: newer)
    status, page = owner.sends("/console/terms", {"version": NEWEST})
    assert status == 409 and "新しい版になりました" in page
    assert f"前に同意した版は {NEWEST}" in owner.reads("/console/terms")[1]


@pytest.mark.parametrize("state", [CompanyState.SUSPENDED, CompanyState.LEFT])
def test_while_suspended_and_once_left_it_is_read_and_not_agreed_to(
    relay: Stores, owner: Sat, state: CompanyState
) -> None:
    table = table_of(relay)
    table.commit(table.change(keys.company(ACME), put={"state": state}))
    for path in PAGES:
        assert owner.reads(path)[0] == 200
    status, page = owner.sends("/console/terms", {"version": NEWEST})
    assert status in (409, 422) and "何も変わっていません" in page
    assert Companies(table).find(ACME).terms_version is None
