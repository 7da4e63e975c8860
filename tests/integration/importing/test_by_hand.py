"""A file of results by hand: form after form, without a script."""

import html
import re
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import pytest

from shared.domain.seat import CompanyRole
from tests.support.console import Console
from tests.support.cv_form import filled_in, sent
from tests.support.file_imports import CSV, Importing, a_file, a_row
from tests.support.sat import hidden

ALL: Final = f"/console/connections/{CSV}/import"


@pytest.fixture
def owner(company: Importing) -> Console:
    return Console(company.table)


def uploaded(owner: Console, content: bytes) -> str:
    """By the page's own form, to the bucket; the path of the page it leads to."""
    page = owner.get(ALL)["body"]
    form = page.partition('enctype="multipart/form-data"')[2].partition("</form>")[0]
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    fields = {html.unescape(name): html.unescape(value) for name, value in found}
    [door] = re.findall(r'action="(http[^"]+)"', page)
    assert sent(filled_in(html.unescape(door), fields, content))[0] == 303
    return urlsplit(fields["success_action_redirect"]).path


def as_shown(page: str) -> dict[str, str]:
    """What the form of the columns sends where nobody changes anything."""
    form = page.partition("/columns")[2].partition("</form>")[0]
    said = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
    said |= dict(re.findall(r'type="radio" name="([^"]+)" value="([^"]*)" checked', form))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.findall(r'value="([^"]*)" selected', options)
        said[name] = chosen[0] if chosen else ""
    return {name: html.unescape(value) for name, value in said.items()}


def led(owner: Console, reply: dict[str, Any]) -> str:
    assert reply["statusCode"] == 303, reply["body"]
    there = urlsplit(reply["headers"]["Location"])
    found = owner.get(there.path, **dict(parse_qsl(there.query)))
    assert found["statusCode"] == 200
    return str(found["body"])


def test_a_file_is_sent_checked_confirmed_and_its_links_are_fetched(
    company: Importing, owner: Console
) -> None:
    content = a_file(a_row("A-001"), a_row("A-002", "保留"), a_row("A-003", "選考中"))
    here = uploaded(owner, content)
    columns = owner.get(here)["body"]
    said = as_shown(columns)
    assert said["reference"] == "応募ID" and said["everybody"] == "column"
    words = {said[f"word-{n}"]: said[f"means-{n}"] for n in range(3)}
    assert words == {"不合格": "company", "保留": "", "選考中": ""}
    said["means-2"] = "open"
    plan = led(owner, owner.post(f"{here}/columns", **said))
    assert "行: 3" in plan and "リンクが開きます" in plan
    assert company.applications() == []
    confirmed = owner.post(f"{here}/confirm", digest=hidden(plan, "digest"))
    assert "まもなく始まります" in led(owner, confirmed)
    company.reads_on()
    done = owner.get(here)["body"]
    assert "2件の一覧を保存する" in done
    listed = owner.get(f"{here}/links.csv")["body"]
    assert [row.partition(",")[0] for row in listed.split("\r\n")[1:-1]] == ["A-001", "A-003"]


def test_what_was_said_of_the_words_is_there_when_one_comes_back(
    company: Importing, owner: Console
) -> None:
    here = uploaded(owner, a_file(a_row("A-001", "保留")))
    said = as_shown(owner.get(here)["body"]) | {"means-0": "candidate"}
    led(owner, owner.post(f"{here}/columns", **said))
    again = as_shown(owner.get(here, columns="1")["body"])
    assert (again["word-0"], again["means-0"]) == ("保留", "candidate")


def test_a_word_that_our_meaning_is_taken_from_is_left_alone(
    company: Importing, owner: Console
) -> None:
    here = uploaded(owner, a_file(a_row("A-001", "不合格"), a_row("A-002", "採用")))
    said = as_shown(owner.get(here)["body"]) | {"means-0": ""}
    plan = led(owner, owner.post(f"{here}/columns", **said))
    assert "リンクが開きます" not in plan and "リンクを閉じます" in plan


def test_a_column_of_people_is_refused_beside_its_field(owner: Console) -> None:
    here = uploaded(owner, a_file(a_row()))
    said = as_shown(owner.get(here)["body"]) | {"reference": "氏名"}
    reply = owner.post(f"{here}/columns", **said)
    assert reply["statusCode"] == 422
    assert re.search(r'id="reference-wrong">この列は個人の情報のため', reply["body"])


def test_a_name_of_a_column_of_people_shows_none_of_them(owner: Console) -> None:
    here = uploaded(owner, a_file(a_row()))
    said = as_shown(owner.get(here)["body"]) | {"result": "氏名"}
    page = led(owner, owner.post(f"{here}/columns", **said))
    assert "山田" not in page
    assert "山田" not in owner.get(here, columns="1")["body"]


def test_a_file_that_cannot_be_read_is_asked_for_again(owner: Console) -> None:
    reply = owner.get(uploaded(owner, b"PK\x03\x04"))
    assert reply["statusCode"] == 422
    assert "CSV形式で保存しなおして" in reply["body"]


def test_rows_that_cannot_be_read_leave_no_button(owner: Console) -> None:
    here = uploaded(owner, a_file(a_row(), a_row("A-002", day="4/1")))
    plan = led(owner, owner.post(f"{here}/columns", **as_shown(owner.get(here)["body"])))
    assert "3行目" in plan and "/confirm" not in plan


def test_a_dropped_file_is_gone(company: Importing, owner: Console) -> None:
    here = uploaded(owner, a_file(a_row()))
    assert "ファイルを削除しました" in led(owner, owner.post(f"{here}/drop"))
    assert company.objects() == set()
    assert "取り込みをやめました" in owner.get(here)["body"]


def test_confirmed_twice_it_is_one_import(company: Importing, owner: Console) -> None:
    here = uploaded(owner, a_file(a_row()))
    plan = led(owner, owner.post(f"{here}/columns", **as_shown(owner.get(here)["body"])))
    for _ in range(2):
        led(owner, owner.post(f"{here}/confirm", digest=hidden(plan, "digest"), once="w"))
    assert len(company.waiting()) == 1


@pytest.mark.parametrize("role", [CompanyRole.RECRUITER, CompanyRole.VIEWER])
def test_who_may_not_connect_may_not_import(company: Importing, role: CompanyRole) -> None:
    who = Console(company.table, role=role, name="jiro")
    assert who.get(ALL)["statusCode"] == 403


@pytest.mark.parametrize("path", [f"{ALL}/imp_nobodys", "/console/connections/ats_x/import"])
def test_what_is_not_there_is_not_found(owner: Console, path: str) -> None:
    assert owner.get(path)["statusCode"] in {404, 422}
