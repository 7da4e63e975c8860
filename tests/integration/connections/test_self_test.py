"""A self-test says what works, by the real path, and leaves nothing behind."""

from typing import Any

import pytest

from shared.connectors.trying import Tried
from shared.domain.company import CompanyState
from shared.domain.connection import PURPOSE, Connection, Provider
from shared.domain.sealed import Sealed
from shared.domain.trouble import Trouble, Why
from shared.table import keys
from tests.integration.connections.conftest import Program
from tests.support.builders import ACME
from tests.support.connections import a_connection, connect
from tests.support.fakes.seals import FakeSeals

PLAYED = [
    "secret_there",
    "signature_accepted",
    "wrong_signature_refused",
    "delivery_read",
    "application_dormant",
    "link_made",
    "rejection_live",
    "unrejection_asleep",
    "repeated_ignored",
]
PUSHING = ("greenhouse", "lever", "ashby", "workable", "smartrecruiters", "teamtailor", "generic")
LOOKED_UP = {"lever", "smartrecruiters", "teamtailor"}


def connected(program: Program, provider: str = "greenhouse", **changed: Any) -> Connection:
    return connect(program.table, a_connection(provider=Provider(provider), **changed))


def with_key(key: str = "key-1") -> Sealed:
    return Sealed(FakeSeals().seal(key, PURPOSE, "ats_1"))


def tried(program: Program) -> dict[str, Any]:
    status, said = program.says("POST", "/v1/ats-connections/ats_1/self-test")
    assert status == 200
    return said


def verdicts(said: dict[str, Any]) -> dict[str, str]:
    return {step["check"]: step["verdict"] for step in said["steps"]}


@pytest.mark.parametrize("provider", PUSHING)
def test_every_check_of_a_good_connection_passes(program: Program, provider: str) -> None:
    connected(program, provider, access=with_key())
    said = tried(program)
    assert said["good"]
    assert [step["check"] for step in said["steps"]][: len(PLAYED)] == PLAYED
    assert {verdicts(said)[name] for name in PLAYED} == {"passed"}


@pytest.mark.parametrize("provider", PUSHING)
def test_nothing_of_it_is_kept_but_its_answer(program: Program, provider: str) -> None:
    connected(program, provider, access=with_key())
    program.says("GET", "/v1/ats-connections")  # the key's first use of the day is noted
    before = program.everything()
    tried(program)
    assert program.everything() == before


def test_without_a_secret_nothing_else_is_tried(program: Program) -> None:
    connected(program, signing=())
    assert verdicts(tried(program)) == {
        "secret_there": "failed",
        "vendor_answers": "skipped",
        "last_event": "skipped",
    }


def test_a_secret_we_cannot_open_is_said_to_be_one(program: Program) -> None:
    elsewhere = FakeSeals().seal("other", PURPOSE, "ats_2")
    connected(program, signing=(Sealed(elsewhere),))
    step = tried(program)["steps"][0]
    assert (step["verdict"], step["why"]) == ("failed", "unreadable")


@pytest.mark.parametrize("provider", sorted(LOOKED_UP))
def test_what_says_too_little_is_no_good_without_a_key(program: Program, provider: str) -> None:
    connected(program, provider)
    said = tried(program)
    assert not said["good"]
    assert verdicts(said)["vendor_answers"] == "failed"
    assumed = {step["check"] for step in said["steps"] if step["why"] == "answer_assumed"}
    assert "rejection_live" in assumed


def test_a_refused_key_is_said_in_the_words_of_troubles(
    program: Program, answers: dict[str, Tried]
) -> None:
    answers["key-1"] = Tried(trouble=Trouble(Why.FORBIDDEN, "answered 401"))
    connected(program, "herp", signing=(), access=with_key())
    said = tried(program)
    assert not said["good"]
    assert said["steps"][0]["why"] == "forbidden"


def test_of_a_system_that_is_asked_it_says_how_many_rows_came(program: Program) -> None:
    connected(program, "talentio", signing=(), access=with_key())
    said = tried(program)
    assert (said["good"], said["steps"][0]["rows"]) == (True, 7)


def test_a_company_that_left_gets_no_link(program: Program) -> None:
    connected(program)
    left = program.table.change(keys.company(ACME), put={"state": CompanyState.LEFT})
    program.table.commit(left)
    said = tried(program)
    assert verdicts(said)["link_made"] == "failed"
