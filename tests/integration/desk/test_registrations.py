"""Held registrations: seen with their evidence, accepted or refused by a person, once."""

from dataclasses import replace

import pytest

from shared.counting import settle
from shared.domain.registration import Registration, Signal, State
from shared.table import keys
from tests.support.acts import count, let_in, person, take_in
from tests.support.builders import ACME, NOON, PROGRAMME
from tests.support.desk import ADA, Desk


def hold(desk: Desk, name: str = "ada") -> Registration:
    made = replace(take_in(desk.stores, name), signals=(Signal.OWN_DOMAIN,))
    settle(made, person(name), referrals=desk.stores.referrals, programme=PROGRAMME, now=NOON)
    return made


def at(made: Registration, act: str = "") -> str:
    return f"/registrations/{made.registration_id}{act}"


def state(desk: Desk, made: Registration) -> State:
    return desk.stores.registrations.find(made.registration_id).state


def test_a_held_one_waits_with_what_its_person_typed(desk: Desk) -> None:
    let_in(desk.stores)
    made = hold(desk)
    [seen] = desk.knows("/registrations", state="held")["items"]
    assert (seen["registration_id"], seen["company_id"]) == (made.registration_id, ACME)
    assert seen["candidate"]["email"] == "ada@example.org"
    assert (seen["held_for"], seen["state"]) == ("signals", "held")
    assert desk.knows(at(made)) == seen


def test_evidence_comes_with_its_words(desk: Desk) -> None:
    let_in(desk.stores)
    made = take_in(desk.stores)
    desk.table.client.update_item(
        TableName=desk.table.name,
        Key={"pk": {"S": f"REG#{made.registration_id}"}, "sk": {"S": "REG"}},
        UpdateExpression="SET signals = :s",
        ExpressionAttributeValues={":s": {"L": [{"S": "disposable_domain"}]}},
    )
    [evidence] = desk.knows(at(made))["signals"]
    assert evidence["signal"] == "disposable_domain"
    assert "throwaway" in evidence["en"] and "使い捨て" in evidence["ja"]


def test_an_accepted_one_counts_and_waits_no_more(desk: Desk) -> None:
    let_in(desk.stores)
    made = hold(desk)
    said = desk.posts(at(made, "/accept"), by=ADA)
    assert (said["verdict"], said["state"]) == ("accepted", "counted")
    assert state(desk, made) is State.COUNTED
    assert desk.stores.ledgers.tally_and_head(ACME)[0].n == 1
    assert desk.knows("/registrations")["items"] == []
    [act] = desk.knows("/audit-log")["items"]
    assert (act["what"], act["about"]) == ("registration.accept", made.registration_id)


def test_a_refused_one_does_not_count_and_lets_its_person_go(desk: Desk) -> None:
    let_in(desk.stores)
    made = hold(desk)
    desk.posts(at(made, "/refuse"), {"reason": "out_of_scope"})
    assert (state(desk, made), desk.knows(at(made))["reason"]) == ("not_counted", "out_of_scope")
    assert desk.table.get(keys.person(person("ada"))) is None


@pytest.mark.parametrize("act", ["accept", "refuse"])
def test_a_verdict_is_given_once(desk: Desk, act: str) -> None:
    let_in(desk.stores)
    made = hold(desk)
    desk.posts(at(made, "/accept"), once="k")
    body = {"reason": "suspected_fraud"} if act == "refuse" else None
    status, said = desk.asks("POST", at(made, f"/{act}"), body)
    assert (status, said["state"]) == (409, "counted")
    assert desk.posts(at(made, "/accept"), once="k")["verdict"] == "accepted"
    assert desk.stores.ledgers.tally_and_head(ACME)[0].n == 1


def test_the_tenth_by_a_persons_word_is_a_milestone(desk: Desk) -> None:
    let_in(desk.stores)
    for n in range(9):
        count(desk.stores, f"person{n}")
    desk.posts(at(hold(desk, "tenth"), "/accept"))
    assert desk.stores.ledgers.tally_and_head(ACME)[0].g == 1
    assert f"milestone:{ACME}:1" in desk.stores.said()


@pytest.mark.parametrize("reason", ["withdrawn", "unverified", "", None])
def test_a_reason_that_is_none_of_the_agencys_is_refused_by_name(
    desk: Desk, reason: str | None
) -> None:
    let_in(desk.stores)
    made = hold(desk)
    status, said = desk.asks("POST", at(made, "/refuse"), {"reason": reason})
    assert (status, said["fields"]) == (422, {"reason": "malformed"})
    assert state(desk, made) is State.HELD


def test_one_nobody_made_is_not_found(desk: Desk) -> None:
    assert desk.asks("GET", "/registrations/reg_x")[0] == 404
    assert desk.asks("POST", "/registrations/reg_x/accept")[0] == 404
