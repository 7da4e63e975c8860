"""The whole way round on the synthesized template, whatever delivery does."""

import os
import random
from unittest import mock

import pytest

from shared.table.commit import Table
from tests.support.cloud.cloud import KilledError
from tests.support.cloud.town import Firm, Town

SEEDS = int(os.environ.get("RELAY_ORDERS", "40")) // 20 + 1
TEN = ["count:1-3", "count:4-6", "count:7-9", "count:10-10", "grant:1"]


def test_the_tenth_referral_earns_one_credit_and_one_mail(town: Town) -> None:
    firm = town.firm()
    town.hands_on(firm, 9)
    town.cloud.settle()
    assert town.credits(firm) == []
    town.hands_on(firm, 1)
    town.cloud.settle()
    assert [c["number"] for c in town.credits(firm)] == [1]
    assert len(about_credits(town, firm)) == 1
    assert town.entries(firm) == TEN


@pytest.mark.parametrize("seed", range(SEEDS))
def test_late_doubled_and_disordered_delivery_ends_in_the_same_state(town: Town, seed: int) -> None:
    town.cloud.order, town.cloud.repeat = random.Random(seed), 3
    firm = town.firm()
    town.hands_on(firm, 13)
    town.cloud.settle()
    assert town.progress(firm)["counted"] == 13
    assert [c["number"] for c in town.credits(firm)] == [1]
    assert [*town.entries(firm)] == [*TEN, "count:11-13"]
    assert len(about_credits(town, firm)) == 1
    assert all(len(town.mails(f"person{n}@mail.example.com")) == 2 for n in range(1, 14)), (
        "a code and a welcome each"
    )


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_grant_killed_around_its_commit_is_granted_once(town: Town, when: str) -> None:
    firm = town.firm()
    town.hands_on(firm, 10)
    commit, kills = Table.commit, iter([True])

    def killed(table: Table, *writes: object) -> None:
        meant = any("POSTED#grant:" in str(write) for write in writes)
        kill = meant and next(kills, False)
        if kill and when == "before":
            raise KilledError
        commit(table, *writes)  # type: ignore[arg-type]
        if kill:
            raise KilledError

    with mock.patch.object(Table, "commit", killed):
        town.cloud.settle()
    assert next(kills, None) is None, "grant was killed once"
    assert [c["number"] for c in town.credits(firm)] == [1]
    assert town.entries(firm) == TEN
    assert len(about_credits(town, firm)) == 1


def test_a_mail_ses_refuses_waits_and_goes_out_once(town: Town) -> None:
    firm = town.firm()
    _, email = town.registers(firm)
    town.cloud.aws.ses_refuses = True
    for _ in range(3):
        town.cloud._stream() or town.cloud._bus() or town.cloud._queues()
    assert town.mails(email) == []
    asked = [mail["Destination"]["ToAddresses"] for mail in town.cloud.aws.refused]
    assert [email] in asked
    town.cloud.aws.ses_refuses = False
    town.cloud.settle()
    assert len(town.mails(email)) == 1


def test_what_publish_never_heard_of_the_sweeper_says(town: Town) -> None:
    firm = town.firm()
    _, email = town.registers(firm)
    for table in town.cloud.aws.tables.values():
        town.cloud.aws.new_records(table)  # the stream's records are lost
    town.cloud.settle()
    assert town.mails(email) == []
    sweep = town.cloud.wiring.function("sweep")
    assert town.cloud.invoke(sweep, {"older_than_seconds": 0})["said"] >= 1
    town.cloud.settle()
    assert len(town.mails(email)) == 1


def test_the_companys_own_people_wait_for_a_person_to_look(town: Town) -> None:
    firm = town.firm("aozora")
    own = {"email": "boss@sub.aozora.example", "full_name": "社長", "consents": {"core": True}}
    taken = town.says("POST", f"/r/{firm.slug}/registrations", own)
    code = town.code("boss@sub.aozora.example")
    assert town.verifies(taken["registration_id"], code) == 200
    town.cloud.settle()
    assert len(town.mails("boss@sub.aozora.example")) == 2, "supported like everybody"
    assert town.progress(firm)["counted"] == 0


def about_credits(town: Town, firm: Firm) -> list[dict[str, str]]:
    return [mail for mail in town.mails(firm.contact) if "無料採用枠" in mail["subject"]]
