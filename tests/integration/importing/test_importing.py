"""A file of results, from the form it is sent by to the links it opens, by a program."""

import csv
import io

import pytest

from shared.domain.file_import import LARGEST
from tests.support.cv_form import filled_in, sent
from tests.support.file_imports import COLUMNS, CSV, Importing, a_file, a_row


def lives(company: Importing) -> list[str]:
    return sorted(door["state"] for door in company.doorways())


def test_a_rejection_by_the_company_opens_a_link_and_nothing_else_does(company: Importing) -> None:
    name = company.imports(
        a_file(
            a_row("A-001", "不合格", "2026/4/1"),
            a_row("A-002", "選考辞退", "2026/4/1"),
            a_row("A-003", "採用決定", "2026/4/1"),
            a_row("A-004", "選考中"),
        )
    )
    said = company.state(name)
    assert (said["state"], said["rows"], said["gone_over"]) == ("done", 3, 3)
    assert said["counts"] == {
        **{"company": 1, "candidate": 1, "hired": 1, "unknown": 1},
        **{"open": 0, "ignored": 0},
    }
    assert lives(company) == ["active"]


def test_what_is_open_is_given_its_link_before_the_mail_and_the_mail_opens_it(
    company: Importing,
) -> None:
    company.imports(a_file(a_row("A-001", "選考中")), meanings={"選考中": "open"})
    [before] = company.applications()
    assert lives(company) == ["closed"]
    company.imports(a_file(a_row("A-001", "不合格")))
    [after] = company.applications()
    assert (after["slug"], lives(company)) == (before["slug"], ["active"])
    company.imports(a_file(a_row("A-001", "選考中")), meanings={"選考中": "open"})
    assert lives(company) == ["closed"]
    company.imports(a_file(a_row("A-001", "不合格")))
    assert lives(company) == ["active"]


@pytest.mark.parametrize("day", ["2026/4/1", ""], ids=["dated", "undated"])
def test_the_same_rows_once_more_change_nothing(company: Importing, day: str) -> None:
    rows = [a_row("A-001", "不合格", day), a_row("A-002", "採用決定", day)]
    company.imports(a_file(*rows))
    first = company.applications(), company.doorways(), facts(company)
    name = company.imports(a_file(*reversed(rows)))
    assert (company.applications(), company.doorways(), facts(company)) == first
    assert company.state(name)["links"] == 1


def facts(company: Importing) -> list[str]:
    said = {str(item.get("detail_type", "")) for item in company.items()}
    return sorted(name for name in said if name.startswith("Application"))


def test_a_rejection_is_said_aloud_once(company: Importing) -> None:
    company.imports(a_file(a_row(), a_row("A-002", "辞退")))
    assert facts(company) == ["ApplicationRejected"]


def test_the_list_of_links_leads_from_the_companys_reference_to_its_page(
    company: Importing,
) -> None:
    name = company.imports(a_file(a_row("Ａ-００１"), a_row("A-002", "採用")))
    reply = company.asks("GET", f"/{name}/links.csv")
    assert reply["headers"]["Content-Type"].startswith("text/csv")
    [head, row] = csv.reader(io.StringIO(reply["body"].removeprefix("\ufeff")))
    [door] = company.doorways()
    assert (head, row) == (["reference", "url"], ["A-001", f"https://api.example/r/{door['slug']}"])


def test_the_doorway_is_the_connections_own(company: Importing) -> None:
    company.imports(a_file(a_row()))
    [door] = company.doorways()
    assert (door["link_id"], door["company_name"]) == (
        f"lnk_{CSV}-link",
        "株式会社あおぞら製作所",
    )


def test_all_rows_may_be_one_thing_where_no_column_says_it(company: Importing) -> None:
    columns = {"reference": "応募ID"}
    company.imports(a_file(a_row(result=""), a_row("2", "")), columns=columns, everybody="company")
    assert lives(company) == ["active", "active"]


def test_the_form_takes_the_file_itself(company: Importing) -> None:
    offer = company.says(company.asks("POST", ""), 201)
    upload = offer["upload"]
    assert sent(filled_in(upload["url"], upload["fields"], a_file(a_row()))) == (204, "")
    file = company.state(offer["import_id"])["file"]
    assert file["suggested"] == COLUMNS
    assert company.tries(offer["import_id"])["rows"] == 1


def test_a_file_of_more_than_10_mb_is_not_taken(company: Importing) -> None:
    upload = company.says(company.asks("POST", ""), 201)["upload"]
    too_much = bytes(LARGEST + 1)
    assert sent(filled_in(upload["url"], upload["fields"], too_much)) == (400, "EntityTooLarge")
