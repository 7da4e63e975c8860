"""What is not imported: nothing of it is, and it is said why."""

from dataclasses import replace

import pytest

import functions.manage.handler as manage
from shared.domain.company import CompanyState
from shared.domain.connection import Provider
from shared.domain.ids import CompanyId, ConnectionId
from shared.domain.import_places import KEPT
from shared.table import keys
from shared.table.connections import Connections
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked
from tests.support.builders import ACME, NOON
from tests.support.file_imports import (
    COLUMNS,
    CSV,
    KEY,
    PERSONAL,
    Importing,
    a_file,
    a_row,
    connect,
)
from tests.support.stores import on_table


def test_a_row_that_cannot_be_read_keeps_all_others_out_and_is_named_by_its_line(
    company: Importing,
) -> None:
    name = company.sends(a_file(a_row(), a_row("山田花子"), a_row("A-3", day="4/1")))
    said = company.tries(name)
    assert [(e["line"], e["column"], e["reason"]) for e in said["errors"]] == [
        (3, "reference", "no_reference"),
        (4, "day", "day_unreadable"),
    ]
    assert not any(word in str(said) for word in PERSONAL)
    refused = company.asks("POST", f"/{name}/confirm", {"digest": said["digest"]})
    assert company.says(refused, 422)["reason"] == "rows_wrong"
    assert company.waiting() == [] and company.applications() == []


def test_only_what_was_shown_is_done(company: Importing) -> None:
    name = company.sends(a_file(a_row("A-001")))
    shown = company.tries(name)["digest"]
    company.files.keep("incoming/", CSV, name, a_file(a_row("A-002")))
    refused = company.asks("POST", f"/{name}/confirm", {"digest": shown})
    assert company.says(refused, 422)["reason"] == "changed"
    assert company.state(name)["state"] == "offered"


def test_the_bytes_that_were_confirmed_are_read_whatever_comes_in_meanwhile(
    company: Importing,
) -> None:
    name = company.confirmed(a_file(a_row("A-001")))
    company.files.keep("incoming/", CSV, name, a_file(a_row("A-002"), a_row("A-003")))
    company.reads_on()
    assert (company.state(name)["rows"], len(company.applications())) == (1, 1)
    assert company.objects() == {f"links/{CSV}/{name}.csv"}


def test_bytes_that_are_others_after_all_are_refused_and_gone(company: Importing) -> None:
    name = company.confirmed(a_file(a_row("A-001")))
    company.files.keep(KEPT, CSV, name, a_file(a_row("A-002")))
    company.reads_on()
    said = company.state(name)
    assert (said["state"], said["reason"]) == ("refused", "changed")
    assert company.applications() == [] and company.objects() == set()


def test_an_import_is_confirmed_once(company: Importing) -> None:
    name = company.sends(a_file(a_row()))
    digest = company.tries(name)["digest"]
    first, again = (
        company.asks("POST", f"/{name}/confirm", {"digest": digest}, **{"idempotency-key": "once"})
        for _ in range(2)
    )
    assert first["statusCode"] == again["statusCode"] == 202
    other = company.asks("POST", f"/{name}/confirm", {"digest": digest})
    assert (other["statusCode"], company.says(other, 409)["state"]) == (409, "waiting")
    assert len(company.waiting()) == 1


def test_what_is_dropped_is_gone_and_cannot_be_confirmed(company: Importing) -> None:
    name = company.sends(a_file(a_row()))
    digest = company.tries(name)["digest"]
    assert company.asks("DELETE", f"/{name}")["statusCode"] == 204
    assert company.objects() == set()
    assert company.asks("POST", f"/{name}/confirm", {"digest": digest})["statusCode"] == 409


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04", "spreadsheet"),
        (b"a,b\r\n1,2", "no_header"),
        (b"\xff\xff\xff", "unknown_encoding"),
    ],
)
def test_a_file_that_is_no_list_of_applications_is_refused_by_name(
    company: Importing, content: bytes, reason: str
) -> None:
    name = company.sends(content)
    refused = company.asks("GET", f"/{name}")
    assert company.says(refused, 422)["reason"] == reason


def test_a_column_of_people_is_taken_for_nothing(company: Importing) -> None:
    name = company.sends(a_file(a_row()))
    said = {"columns": {**COLUMNS, "reference": "氏名"}}
    refused = company.asks("POST", f"/{name}/dry-run", said)
    assert company.says(refused, 422)["reason"] == "column_personal"


def test_another_companys_connection_is_not_there(company: Importing) -> None:
    let_in(on_table(company.table), CompanyId("co_other"))
    connect(company.table, ConnectionId("ats_other"), CompanyId("co_other"))
    event = asked("POST", "/v1/ats-connections/ats_other/import", None, dict(KEY))
    assert manage.handle(event, CONTEXT)["statusCode"] == 404


def test_a_connection_that_hears_by_itself_takes_no_file(company: Importing) -> None:
    connect(company.table, ConnectionId("ats_hooks"), provider=Provider.GREENHOUSE)
    event = asked("POST", "/v1/ats-connections/ats_hooks/import", None, dict(KEY))
    assert manage.handle(event, CONTEXT)["statusCode"] == 409


def test_nothing_is_imported_for_a_connection_that_was_removed(company: Importing) -> None:
    company.confirmed(a_file(a_row()))
    store = Connections(company.table)
    before = store.find(CSV)
    store.remove(before, replace(before, removed_at=NOON))
    company.reads_on()
    assert company.applications() == [] and company.objects() == set()


def test_a_hundred_imports_a_day_are_enough(
    company: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.table.imports.MOST_A_DAY", 1)
    company.begins()
    assert company.asks("POST", "")["statusCode"] == 429


def test_who_left_confirms_nothing(company: Importing) -> None:
    name = company.sends(a_file(a_row()))
    digest = company.tries(name)["digest"]
    key = keys.company(ACME)
    company.table.commit(company.table.change(key, put={"state": CompanyState.LEFT}))
    refused = company.asks("POST", f"/{name}/confirm", {"digest": digest})
    assert refused["statusCode"] == 409
    assert company.waiting() == []
