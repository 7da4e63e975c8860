"""What was there before the house looked it up: an operator indexes it, as often as they like."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from functions.agency.searching import search
from infra.ops import index
from infra.ops.__main__ import parsed
from infra.ops.affected import Scanned
from infra.ops.index import Index
from infra.ops.stack import Stack
from shared.domain.access import Caller
from shared.domain.candidate_file import CandidateFile
from shared.domain.ids import CandidateId, PersonKey
from shared.domain.rights import CameBy, RightsRequest, Wanted
from shared.domain.tokyo import day
from shared.table import keys
from shared.table.api_keys import ApiKeys
from shared.table.parts import Parts
from shared.table.rights import RightsRequests
from shared.table.searches import Searches
from tests.support.builders import ACME, BOLT, NOON, PEPPER
from tests.support.files_desk import Desk
from tests.support.ordering import post

HANA = PersonKey("hana")
ALL = {"candidate": 1, "company": 2, "job_order": 1, "api_key": 2, "asked": 1}
ASKED = ("高橋", "研究", "あおぞら")
NOTHING = dict.fromkeys(ALL, 0)


@pytest.fixture
def ada(desk: Desk) -> CandidateFile:
    """Of before: nothing leads to anybody."""
    file = desk.filed("ada", full_name="髙橋 春香")
    post(desk.stores, "job_1", title="研究職")
    ApiKeys(desk.table).add("digest", Caller("key_2", "agency", frozenset(), member=HANA))
    RightsRequests(desk.table).add(a_request(file.candidate_id))
    forget_what_leads_there(desk)
    unknown = desk.table.change(keys.candidate_file(file.candidate_id), remove=["finds"])
    desk.table.commit(unknown)
    return desk.files.find(file.candidate_id)


def a_request(candidate_id: CandidateId, name: str = "rgt_1") -> RightsRequest:
    of = Wanted.ACCESS, CameBy.PHONE, day(NOON), "見せてほしい", candidate_id, "ada", NOON
    return RightsRequest(name, *of)


def forget_what_leads_there(desk: Desk) -> None:
    for item in desk.everything():
        sort = item[keys.SORT]
        if sort.startswith((keys.FOUND_PREFIX, keys.OWN_KEY_PREFIX, keys.ASKED_PREFIX)):
            key = {name: {"S": item[name]} for name in (keys.PARTITION, keys.SORT)}
            desk.table.client.delete_item(TableName=desk.table.name, Key=key)


def indexed(desk: Desk) -> Mapping[str, int]:
    scanned = Scanned(desk.table.name, desk.table.client)
    return Index(desk.table, PEPPER, NOON).all(scanned)


def found(desk: Desk, asked: str) -> list[Any]:
    said = search(asked, searches=Searches(desk.table), secrecy=PEPPER, after=None)
    return said[0] if said else []


def test_names_of_before_are_found_and_a_second_time_writes_nothing(
    desk: Desk, ada: CandidateFile
) -> None:
    assert [found(desk, asked) for asked in ASKED] == [[], [], []]
    assert indexed(desk) == ALL
    [file], [ordered], companies = (found(desk, asked) for asked in ASKED)
    assert (file.candidate_id, ordered.order.job_order_id) == (ada.candidate_id, "job_1")
    assert {company.company_id for company in companies} == {ACME, BOLT}
    before = desk.everything()
    assert indexed(desk) == NOTHING
    assert desk.everything() == before


def test_whoever_changed_the_file_since_the_scan_is_not_undone(
    desk: Desk, ada: CandidateFile
) -> None:
    items = desk.everything()
    after = replace(ada, notes="その間の覚え書き")
    desk.files.change(ada, after, act="changed", by="ada", now=NOON)
    Index(desk.table, PEPPER, NOON).all(items)
    [file] = found(desk, "高橋")
    assert file.notes == "その間の覚え書き"


def test_a_key_of_before_goes_with_its_person_and_one_taken_away_is_not_listed(
    desk: Desk, ada: CandidateFile
) -> None:
    items = desk.everything()
    indexed(desk)
    keys_of_hana = [*ApiKeys(desk.table).going(HANA)]
    assert len(keys_of_hana) == 2
    desk.table.commit(*keys_of_hana)
    assert Index(desk.table, PEPPER, NOON).all(items) == NOTHING
    assert [*ApiKeys(desk.table).going(HANA)] == []


def test_a_request_of_before_is_erased_with_its_person(desk: Desk, ada: CandidateFile) -> None:
    indexed(desk)
    assert Parts(desk.table).asked(ada.candidate_id) == ["rgt_1"]
    desk.asks("POST", f"/v1/agency/candidates/{ada.candidate_id}/erasure", {})
    desk.goes_on()
    assert RightsRequests(desk.table).find("rgt_1").text == ""


def test_of_who_was_erased_before_nothing_that_was_said_is_left(
    desk: Desk, ada: CandidateFile
) -> None:
    desk.asks("POST", f"/v1/agency/candidates/{ada.candidate_id}/erasure", {})
    desk.goes_on()
    assert RightsRequests(desk.table).find("rgt_1").text
    assert indexed(desk) == {**ALL, "candidate": 0}
    assert RightsRequests(desk.table).find("rgt_1").text == ""
    assert indexed(desk) == NOTHING
    assert found(desk, "高橋") == []


class OnAws:
    """The clients an act asks, with a function that says where its pepper is."""

    region = "ap-northeast-1"

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def client(self, service: str) -> Any:
        return self.desk.table.client if service == "dynamodb" else self

    def get_function_configuration(self, **asked: str) -> Any:
        assert asked == {"FunctionName": "issue"}
        return {"Environment": {"Variables": {"PEPPER_SECRET": "the-secret"}}}

    def get_secret_value(self, **asked: str) -> Any:
        assert asked == {"SecretId": "the-secret"}
        return {"SecretString": PEPPER.secret.decode()}


def test_the_command_says_what_was_missing_and_what_reading_took(
    desk: Desk, ada: CandidateFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = {"CoreTable": desk.table.name, "IssueKeyFunction": "issue"}
    monkeypatch.setattr(index, "cloud", lambda _: OnAws(desk))
    monkeypatch.setattr(index, "stack_in", lambda *_: Stack(outputs, None))
    said: Namespace = parsed(["--stage", "dev", "index"])
    answer = index.act(said)
    assert answer["indexed"] == ALL
    assert answer["items"] >= len(ALL) and answer["read_units"] > 0
    assert len(found(desk, "高橋")) == 1
