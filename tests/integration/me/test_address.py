"""A candidate's mails go to another address: once its code was typed, and then for good."""

import re
from datetime import UTC, datetime

import pytest

from functions.me import address_flow
from functions.notify.flow import Due
from functions.notify.own_letters import OwnLetters
from shared.contracts.events import AddressAsked, AddressMoved
from shared.domain.errors import CodeInvalid
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.address_changes import AddressChanges
from shared.table.candidate_files import CandidateFiles
from shared.table.seats import Seats
from tests.support.aftercare import a_file, open_file
from tests.support.builders import AGENCY, PEPPER
from tests.support.own_page import Ada
from tests.support.recommending import ADA

NEW = "ada@new.example"
WHOSE = PEPPER.person(NEW)
ALSO_THEIRS = CandidateId("cnd_also")


def asks(ada: Ada, email: str = NEW, once: str = "") -> str:
    """The page where its code is typed."""
    reply = ada.sends("/me/address", email=email, once=once)
    assert reply["statusCode"] == 303, reply["body"]
    return str(reply["headers"]["Location"]).partition("?")[0]


def code(path: str) -> str:
    return PEPPER.address_code(ADA, path.rpartition("/")[2], WHOSE)


def a_wrong_one(path: str) -> str:
    return "000000" if code(path) != "000000" else "000001"


def letters(ada: Ada) -> OwnLetters:
    return OwnLetters(AGENCY, AddressChanges(ada.table), PEPPER, datetime.now(UTC))


def test_nothing_moves_before_the_code(ada: Ada) -> None:
    before = ada.file()
    path = asks(ada)
    assert NEW in ada.opens(path)
    reply = ada.sends(path, code=a_wrong_one(path))
    assert reply["statusCode"] == 422
    assert "あと4回" in reply["body"]
    assert ada.file() == before
    due = letters(ada).due(
        AddressAsked(
            event_id="x",
            occurred_at=datetime.now(UTC),
            candidate_id=ada.candidate_id,
            change_id=path.rpartition("/")[2],
        )
    )
    assert due
    assert (due.to, code(path) in due.letter().text) == (NEW, True)


def test_the_sixth_guess_is_not_looked_at(ada: Ada) -> None:
    before, path = ada.file(), asks(ada)
    for _ in range(5):
        assert ada.sends(path, code=a_wrong_one(path))["statusCode"] == 422
    assert ada.sends(path, code=code(path))["statusCode"] == 422
    assert ada.file() == before


def test_a_code_of_their_own_mailbox_opens_no_other_ones(ada: Ada) -> None:
    """Two accounts of one person's, and one name for both changes."""
    open_file(ada.table, a_file(ALSO_THEIRS))
    own = asks_by_name(ada, ADA, "theirs@own.example")
    others = asks_by_name(ada, ALSO_THEIRS, "victim@other.example")
    assert (own.to, others.to) == ("theirs@own.example", "victim@other.example")
    seen = code_in(own)
    assert seen != code_in(others)
    before = CandidateFiles(ada.table).find(ALSO_THEIRS)
    with pytest.raises(CodeInvalid):
        verifies(ada, ALSO_THEIRS, seen)
    assert CandidateFiles(ada.table).find(ALSO_THEIRS) == before
    verifies(ada, ALSO_THEIRS, code_in(others))
    verifies(ada, ADA, seen)


def asks_by_name(ada: Ada, candidate_id: CandidateId, email: str) -> Due:
    """The mail with its code; every change has the same name."""
    now = datetime.now(UTC)
    address_flow.ask(
        candidate_id,
        "adr_same",
        email,
        "ja",
        files=CandidateFiles(ada.table),
        changes=AddressChanges(ada.table),
        secrecy=PEPPER,
        now=now,
    )
    said = ada.table.get(keys.outbox(f"address:{candidate_id}:adr_same")) or {}
    found = letters(ada).due(AddressAsked.model_validate_json(said["detail"]))
    assert found
    return found


def verifies(ada: Ada, candidate_id: CandidateId, typed: str) -> None:
    address_flow.verify(
        candidate_id,
        "adr_same",
        typed,
        files=CandidateFiles(ada.table),
        changes=AddressChanges(ada.table),
        secrecy=PEPPER,
        now=datetime.now(UTC),
    )


def code_in(mail: Due) -> str:
    [found] = re.findall(r"^ +([0-9]{6})$", mail.letter().text, re.MULTILINE)
    return str(found)


def test_all_leads_to_the_new_one_and_nothing_to_the_old(ada: Ada) -> None:
    old, was = ada.person, ada.file().candidate.email
    path = asks(ada)
    reply = ada.sends(path, code=code(path))
    assert reply["statusCode"] == 303, reply["body"]
    assert ada.asks("GET", "/me")["statusCode"] == 303
    ada.moves(reply)
    assert ada.person == WHOSE
    assert NEW in ada.opens("/me/details?done=moved")
    file = ada.file()
    assert (file.candidate.email, file.person, file.persons) == (NEW, WHOSE, (WHOSE,))
    assert (ada.table.get(keys.whose_file(WHOSE)) or {})["candidate_id"] == ada.candidate_id
    left = ada.table.get(keys.whose_file(old)) or {}
    assert "candidate_id" not in left
    assert left["moved_to"] == ada.candidate_id
    assert Seats(ada.table).of(old) == []
    moved = AddressMoved(
        event_id="x",
        occurred_at=datetime.now(UTC),
        candidate_id=ada.candidate_id,
        change_id=path.rpartition("/")[2],
    )
    due = letters(ada).due(moved)
    assert due
    assert due.to == was
    assert NEW not in due.letter().text


def test_a_form_sent_twice_is_one_question(ada: Ada) -> None:
    [once] = re.findall(r'name="once" value="([^"]+)"', ada.opens("/me/address"))
    assert asks(ada, once=once) == asks(ada, once=once)
    assert len(ada.parts(keys.ADDRESS_PREFIX)) == 1


def test_a_form_sent_with_another_address_is_another_question(ada: Ada) -> None:
    mistyped, meant = asks(ada, "adda@new.example", "once_1"), asks(ada, once="once_1")
    assert mistyped != meant
    assert NEW in ada.opens(meant)


def test_another_persons_address_is_not_taken(ada: Ada) -> None:
    ada.table.commit(ada.table.new(keys.whose_file(WHOSE), {"candidate_id": "cnd_other"}))
    path = asks(ada)
    reply = ada.sends(path, code=code(path))
    assert reply["statusCode"] == 422
    assert "別に登録があります" in reply["body"]
    assert ada.file().candidate.email != NEW
    assert (ada.table.get(keys.whose_file(WHOSE)) or {})["candidate_id"] == "cnd_other"


def test_one_person_counts_once_by_either_address(ada: Ada) -> None:
    held = {"reg": "reg_1", "company_id": "co_acme", "until": "2099-01-01T00:00:00.000+00:00"}
    ada.table.commit(ada.table.new(keys.person(ada.person), held))
    path = asks(ada)
    ada.moves(ada.sends(path, code=code(path)))
    found = ada.table.get(keys.person(WHOSE)) or {}
    assert {name: found[name] for name in held} == held


def test_the_address_they_have_is_no_other_one(ada: Ada) -> None:
    reply = ada.sends("/me/address", email=ada.file().candidate.email)
    assert reply["statusCode"] == 422
    assert "いまと同じアドレス" in reply["body"]
