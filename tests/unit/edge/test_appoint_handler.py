"""Naming the first manager leaves no trace of who it is, but in the table."""

import pytest

import functions.appoint.handler as handler
from shared.domain.errors import Refused
from tests.support.asking import CONTEXT
from tests.support.builders import PEPPER
from tests.support.fakes.members import FakeMembers

HANAKO = {"name": "道標 花子", "email": "hanako@agency.example"}
TARO = {"name": "道標 太郎", "email": "taro@agency.example"}


@pytest.fixture(autouse=True)
def members(monkeypatch: pytest.MonkeyPatch) -> FakeMembers:
    members = FakeMembers()
    monkeypatch.setattr(handler, "table", lambda: None)
    monkeypatch.setattr(handler, "Members", lambda _: members)
    monkeypatch.setattr(handler, "pepper", lambda: PEPPER)
    return members


def test_appointing_twice_is_appointing_once(members: FakeMembers) -> None:
    assert [handler.handle(HANAKO, CONTEXT) for _ in range(2)] == [{"new": True}, {"new": False}]
    assert [m.email for m in members.members.values()] == [HANAKO["email"]]


def test_neither_log_nor_refusal_says_who_they_are(capfd: pytest.CaptureFixture[str]) -> None:
    handler.handle(HANAKO, CONTEXT)
    with pytest.raises(Refused) as refused:
        handler.handle(TARO, CONTEXT)
    said = "".join(capfd.readouterr()) + str(refused.value)
    assert "ManagerAppointed" in said
    for told in (*HANAKO.values(), *TARO.values()):
        assert told not in said
