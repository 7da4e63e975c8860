"""A company's file of results: by a program, by hand, and by who reads it."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import httpx

from shared.contracts.events import ImportWaits
from shared.domain.connection import Connection
from shared.domain.ids import CompanyId, ConnectionId
from shared.table import keys
from shared.table.applications import Applications
from tests.iam.checks.console import owner
from tests.iam.checks.spoken import DONE
from tests.iam.stage import Stage
from tests.iam.subjects import NUMBERS, Subjects
from tests.support.asking import queued
from tests.support.cv_form import filled_in
from tests.support.file_imports import COLUMNS, a_file, a_row, connect
from tests.support.sat import hidden

type Ask = Callable[..., httpx.Response]
FILE = a_file(a_row("A-001"))


def _connected(stage: Stage) -> Connection:
    company_id = Subjects(stage).company()
    return connect(stage.core, ConnectionId(f"ats_subject{next(NUMBERS)}"), company_id)


def _program(stage: Stage, company_id: CompanyId) -> Ask:
    key = stage.calls("issue_key", {"kind": "company", "company_id": company_id})["api_key"]
    bearer = {"Authorization": f"Bearer {key}"}
    return lambda method, path, said=None: stage.visit.ask(method, path, headers=bearer, json=said)


def _sent(asks: Ask, of: Connection) -> str:
    """By the form; where it is asked for by then."""
    path = f"/v1/ats-connections/{of.connection_id}/import"
    offer = asks("POST", path, {}).json()
    with httpx.Client(trust_env=False, timeout=60) as browser:
        upload = offer["upload"]
        assert browser.send(filled_in(upload["url"], upload["fields"], FILE)).status_code == 204
    return f"{path}/{offer['import_id']}"


def _confirmed(asks: Ask, of: Connection) -> str:
    there = _sent(asks, of)
    tried = asks("POST", f"{there}/dry-run", {"columns": COLUMNS}).json()
    said = {"digest": tried["digest"]}
    assert asks("POST", f"{there}/confirm", said).status_code == 202
    return there


def _read(stage: Stage, there: str, of: Connection) -> None:
    name = there.rpartition("/")[2]
    told: Any = stage.core.get(keys.outbox(f"import:{name}:0"))
    waits = ImportWaits.model_validate_json(told["detail"])
    assert stage.calls("import_csv", queued(waits)) == DONE


def a_file_is_imported_and_its_links_are_fetched(stage: Stage) -> None:
    of = _connected(stage)
    asks = _program(stage, of.company_id)
    there = _confirmed(asks, of)
    _read(stage, there, of)
    assert "A-001,http" in asks("GET", f"{there}/links.csv").text


def a_file_is_dropped(stage: Stage) -> None:
    of = _connected(stage)
    asks = _program(stage, of.company_id)
    assert asks("DELETE", _sent(asks, of)).status_code == 204


def a_file_is_imported_by_hand(stage: Stage) -> None:
    of = _connected(stage)
    seated = owner(stage, of.company_id)
    all_of = f"/console/connections/{of.connection_id}/import"
    page = seated.asks("GET", all_of).text
    form = page.partition('enctype="multipart/form-data"')[2].partition("</form>")[0]
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    fields = {unescape(name): unescape(value) for name, value in found}
    door = page.partition('enctype="multipart')[0].rpartition('action="')[2].partition('"')[0]
    with httpx.Client(trust_env=False, timeout=60) as browser:
        sent = browser.send(filled_in(door, fields, FILE))
    assert sent.status_code == 303, sent.text
    name = fields["key"].rpartition("/")[2].removesuffix(".csv")
    there = f"{all_of}/{name}"
    said = {**COLUMNS, "everybody": "column"}
    assert seated.asks("POST", f"{there}/columns", **said).status_code == 303
    digest = hidden(seated.asks("GET", there).text, "digest")
    assert seated.asks("POST", f"{there}/confirm", digest=digest).status_code == 303
    _read(stage, there, of)
    assert "A-001,http" in seated.asks("GET", f"{there}/links.csv").text


def a_file_is_dropped_by_hand(stage: Stage) -> None:
    of = _connected(stage)
    name = _sent(_program(stage, of.company_id), of).rpartition("/")[2]
    there = f"/console/connections/{of.connection_id}/import/{name}/drop"
    assert owner(stage, of.company_id).asks("POST", there).status_code == 303


def a_confirmed_file_is_read(stage: Stage) -> None:
    of = _connected(stage)
    _read(stage, _confirmed(_program(stage, of.company_id), of), of)
    name = stage.pepper.application(of.connection_id, "A-001")
    kept, _ = Applications(stage.core).find(of.connection_id, name)
    assert kept is not None and kept.slug


def what_was_read_before_is_left(stage: Stage) -> None:
    """A second file of the same rows moves nothing, and is over all the same."""
    of = _connected(stage)
    asks = _program(stage, of.company_id)
    for _ in range(2):
        there = _confirmed(asks, of)
        _read(stage, there, of)
    assert asks("GET", there).json()["state"] == "done"
