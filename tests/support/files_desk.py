"""A real table with the handlers on it: facts are heard, the desk asks, candidates answer."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest

import functions.answer.handler as answer
import functions.answer.messages as answers
import functions.file.handler as file
import functions.place.candidates as candidates
import functions.place.deciding as deciding
import functions.place.duplicates as duplicates
import functions.place.handler as place
import functions.place.leavings as leavings
import functions.place.looking_after as looking_after
import functions.place.messages as messages
import functions.place.opening as opening
from shared import acts
from shared.contracts.events import BY_NAME, Event
from shared.counting import settle
from shared.domain.access import AGENCY_SCOPES, Caller
from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId, CompanyId
from shared.domain.registration import CODE_VALID, Candidate, Registration
from shared.mint import key_digest
from shared.table import keys
from shared.table.candidate_files import CandidateFiles
from shared.table.codec import decode
from shared.table.commit import Table
from shared.table.threads import Threads
from tests.support.acts import let_in
from tests.support.asking import CONTEXT, asked, queued
from tests.support.builders import (
    ACME,
    BOLT,
    NOON,
    PEPPER,
    PROGRAMME,
    a_doorway,
    a_link,
    a_registration,
)
from tests.support.facts import submitted, verified
from tests.support.fakes.cvs import FakeCvs
from tests.support.stores import Stores, on_table
from tests.support.wired import wire

KEY = "cra_test_key"
HOST = "https://relay.example"
DONE: dict[str, Any] = {"batchItemFailures": []}


@dataclass(frozen=True)
class Desk:
    table: Table
    stores: Stores

    @property
    def files(self) -> CandidateFiles:
        return CandidateFiles(self.table)

    @property
    def threads(self) -> Threads:
        return Threads(self.table)

    def registered(
        self, name: str = "ada", company_id: CompanyId = ACME, at: datetime = NOON, **typed: Any
    ) -> Registration:
        """Verified and judged; nobody heard of it yet."""
        candidate = Candidate(f"{name.split('-')[0]}@example.org", name.title())
        changed = {k: typed.pop(k) for k in ("consents", "signals") if k in typed}
        made = a_registration(
            f"{name}-{at:%d%H%M}",
            company_id,
            candidate=replace(candidate, **typed),
            **changed,
            submitted_at=at,
            code_until=at + CODE_VALID,
        )
        person = PEPPER.person(made.candidate.email)
        self.stores.registrations.submit(made, person, submitted(made))
        settle(made, person, referrals=self.stores.referrals, programme=PROGRAMME, now=at)
        return made

    def filed(
        self, name: str = "ada", company_id: CompanyId = ACME, at: datetime = NOON, **typed: Any
    ) -> CandidateFile:
        made = self.registered(name, company_id, at, **typed)
        self.hears(verified(made).model_copy(update={"occurred_at": at}))
        return self.file_of(made.candidate.email)

    def hears(self, *facts: Event) -> None:
        assert file.handle(queued(*facts), CONTEXT) == DONE

    def tries(self, fact: Event) -> None:
        """Hears it, or not: what fails is delivered again by somebody else."""
        file.handle(queued(fact), CONTEXT)

    def goes_on(self) -> list[Event]:
        """What was said is heard, and forgotten by the outbox."""
        facts = []
        for said in list(self.stores.waiting()):
            fact = BY_NAME[said.detail_type].model_validate_json(said.detail)
            self.hears(fact)
            self.stores.outbox.forget(said)
            facts.append(fact)
        return facts

    def file_of(self, email: str) -> CandidateFile:
        pointer = self.table.get(keys.whose_file(PEPPER.person(email)))
        assert pointer is not None
        return self.files.find(CandidateId(pointer["candidate_id"]))

    def asks(self, method: str, path: str, body: Any = None, status: int = 200, **more: Any) -> Any:
        query = more.pop("query", None)
        told = {"authorization": f"Bearer {KEY}", "x-relay-host": HOST, **more}
        reply = place.handle(asked(method, path, body, told, query), CONTEXT)
        assert reply["statusCode"] == status, reply
        return json.loads(reply["body"])

    def opens(self, path: str, method: str = "GET", **form: str) -> dict[str, Any]:
        """A candidate's browser."""
        body = "&".join(f"{name}={value}" for name, value in form.items()) if form else None
        kind = {"content-type": "application/x-www-form-urlencoded"} if form else {}
        reply: dict[str, Any] = answer.handle(asked(method, path, body, kind), CONTEXT)
        return reply

    def everything(self) -> list[dict[str, Any]]:
        """All items of the table."""
        pages = self.table.client.get_paginator("scan").paginate(TableName=self.table.name)
        return [decode(item) for page in pages for item in page["Items"]]


def desk_on(table: Table, monkeypatch: pytest.MonkeyPatch) -> Desk:
    cvs = FakeCvs()
    modules = (acts, place, candidates, leavings, messages, duplicates, answers, file)
    wire(monkeypatch, table, *modules, looking_after, deciding, opening)
    monkeypatch.setattr(file, "cvs", lambda: cvs)
    stores = on_table(table)
    for company_id in (ACME, BOLT):
        let_in(stores, company_id)
        stores.links.add(a_link(company_id=company_id), a_doorway(company_id, company_id))
    caller = Caller("key_1", "agency", frozenset(AGENCY_SCOPES), member="member_1")
    stores.api_keys.add(key_digest(KEY), caller)
    return Desk(table, stores)
