"""Signing in over HTTP, on a real table; the key that seals is the engine's."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest

from functions.sign_in import (
    account,
    applying,
    asking,
    enrolling,
    handler,
    proving,
    room,
    seating,
    second,
    verifying,
)
from infra.local.aws import session
from shared import rooms, signed_in
from shared.aws.sealed import KmsSealed
from shared.table import keys
from shared.table.commit import Table
from tests.support.asking import CONTEXT, asked
from tests.support.builders import PEPPER
from tests.support.in_process import answered
from tests.support.sitting import FORM
from tests.support.wired import wire


@pytest.fixture(scope="session")
def kms() -> Any:
    made = session().client("kms")
    made.meta.events.register("before-send.kms", answered)
    return made


@pytest.fixture(scope="session")
def sealed(kms: Any) -> KmsSealed:
    return KmsSealed(kms.create_key()["KeyMetadata"]["Arn"], kms)


@dataclass(frozen=True)
class Door:
    table: Table

    def form(
        self, path: str, headers: dict[str, str] | None = None, query: Any = None, **form: str
    ) -> Any:
        told = FORM | (headers or {})
        return handler.handle(asked("POST", path, urlencode(form), told, query), CONTEXT)

    def asks(self, event: dict[str, Any]) -> Any:
        return handler.handle(event, CONTEXT)

    def begin(self, email: str, visitor: str = "192.0.2.1", **form: str) -> str:
        """The sign-in's id."""
        said = self.form("/sign-in", {"x-relay-viewer": visitor}, email=email, **form)
        assert said["statusCode"] == 303, said
        return str(said["headers"]["Location"]).partition("sign_in_id=")[2].partition("&")[0]

    def code(self, sign_in_id: str, issue: int = 1) -> str:
        return PEPPER.sign_in_code(sign_in_id, issue)

    def types(self, sign_in_id: str, code: str, **query: str) -> Any:
        form = {"sign_in_id": sign_in_id, "code": code}
        return self.form("/sign-in/verification", None, query or None, **form)

    def enters(self, email: str, **form: str) -> Any:
        sign_in_id = self.begin(email, **form)
        return self.types(sign_in_id, self.code(sign_in_id))

    def written(self) -> list[str]:
        """What kinds of items there are, and how many."""
        found = self.table.client.scan(TableName=self.table.name)["Items"]
        return sorted(item[keys.PARTITION]["S"].partition("#")[0] for item in found)


@pytest.fixture
def door(table: Table, sealed: KmsSealed, monkeypatch: pytest.MonkeyPatch) -> Door:
    modules = (
        *(applying, asking, verifying, seating, second, enrolling, proving),
        *(account, room, rooms, signed_in, handler),
    )
    wire(monkeypatch, table, *modules)
    for module in (enrolling, proving):
        monkeypatch.setattr(module, "sealed", lambda: sealed)
    return Door(table)
