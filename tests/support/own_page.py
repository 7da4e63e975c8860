"""A candidate sits at their own page, over the real table."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final
from urllib.parse import urlencode

import pytest

import functions.me
import functions.me.handler as handler
from functions.me import cv
from shared import rooms, signed_in
from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.seat import Kind, Seat
from shared.domain.session import opened
from shared.mint import key_digest
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.registers import Registers
from shared.table.sessions import Sessions
from tests.support.aftercare import a_file, open_file
from tests.support.asking import CONTEXT, asked
from tests.support.builders import PEPPER
from tests.support.fakes.cvs import FakeCvs
from tests.support.recommending import ADA
from tests.support.wired import wire

FORM: Final = "application/x-www-form-urlencoded"
MODULES: Final = (
    *(import_module(f"functions.me.{name}") for _, name, _ in iter_modules(functions.me.__path__)),
    *(rooms, signed_in),
)


@dataclass
class Ada:
    """Her browser: a cookie, and the word her forms carry."""

    table: Table
    cvs: FakeCvs
    person: PersonKey
    token: str = "a-token"
    candidate_id: CandidateId = ADA

    @property
    def word(self) -> str:
        return PEPPER.form_word(key_digest(self.token))

    def sits(self) -> None:
        seat = Seat(Kind.CANDIDATE, self.candidate_id)
        new = opened(key_digest(self.token), self.person, (seat,), "ja", datetime.now(UTC))
        Sessions(self.table).open(new)

    def asks(self, method: str, path: str, body: str | None = None, **headers: str) -> Any:
        path, _, said = path.partition("?")
        query = dict(pair.split("=") for pair in said.split("&")) if said else None
        told = {"accept": "text/html", "content-type": FORM, **headers}
        event = asked(method, path, body, told, query)
        event["cookies"] = [f"__Host-relay={self.person}.{self.token}"]
        return handler.handle(event, CONTEXT)

    def opens(self, path: str) -> str:
        reply = self.asks("GET", path)
        assert reply["statusCode"] == 200, reply["body"]
        return str(reply["body"])

    def sends(self, path: str, **fields: str) -> Any:
        return self.asks("POST", path, urlencode({"form": self.word, **fields}))

    def reads(self, path: str) -> Any:
        reply = self.asks("GET", path, accept="application/json")
        assert reply["statusCode"] == 200, reply["body"]
        return json.loads(reply["body"])

    def moves(self, reply: Mapping[str, Any]) -> None:
        """To the session an answer's cookie opens."""
        [said] = reply["cookies"]
        found = re.match(r"__Host-relay=([^.]+)\.([^;]+);", said)
        assert found
        self.person, self.token = PersonKey(found[1]), found[2]

    def file(self) -> CandidateFile:
        return CandidateFiles(self.table).find(self.candidate_id)

    def parts(self, prefix: str) -> list[dict[str, Any]]:
        return list(self.table.all_of(keys.of_candidate(self.candidate_id), prefix))


def ada_on(table: Table, monkeypatch: pytest.MonkeyPatch) -> Ada:
    """Signed in, with a file, and a bucket of her own."""
    wire(monkeypatch, table, *MODULES)
    files = FakeCvs()
    monkeypatch.setattr(cv, "cvs", lambda: files)
    known = replace(a_file(), candidate_id=ADA)
    open_file(table, known)
    table.commit(
        table.new(keys.whose_file(known.person), {"candidate_id": ADA}),
        Registers(table).taken_on(known),
    )
    found = Ada(table, files, known.person)
    found.sits()
    return found
