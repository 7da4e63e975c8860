"""The restore drill: a town's table, taken out and made anew without its figures, is the same."""

import gzip
import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import get_args
from uuid import uuid4

import pytest

from infra.restore.put import Changes
from infra.restore.rebuild import NotSoundError, Remade
from infra.restore.source import Export, Item, TableSource, export, key_of
from infra.restore.verify import compared, verified
from shared.domain.entry import Kind
from shared.domain.ids import CompanyId, PersonKey, RegistrationId
from shared.table import keys
from shared.table.commit import Table
from shared.table.figure_items import follows
from tests.support.acts import count_many, let_in
from tests.support.cloud.cloud import Cloud
from tests.support.cloud.template import Wiring
from tests.support.cloud.town import Town
from tests.support.history import redeem
from tests.support.reversing import take_back
from tests.support.stores import on_table
from tests.support.table import client, fresh_table

pytestmark = pytest.mark.xdist_group("restore")  # what they share is made once


@pytest.fixture(scope="module")
def sound(wiring: Wiring) -> list[Item]:
    """Three companies: one with a credit voided and another granted anew, one just begun, one whose
    ledger has an entry of every kind.
    """
    town = Town(Cloud(wiring))
    firm, other = town.firm("aozora"), town.firm("hayate")
    town.hands_on(firm, 21)
    town.hands_on(other, 4)
    town.cloud.settle()
    name = next(n for n in town.cloud.wiring.resources if n.startswith("Core"))
    core = TableSource(town.cloud.aws.tables[name], town.cloud.aws.dynamodb)
    take_back_two(core, firm.company_id)
    town.hands_on(firm, 1)
    town.registers(other)
    redeem(on_table(Table(core.name, core.client)), CompanyId("co_redeems"))
    return [*core]


def take_back_two(core: TableSource, company_id: str) -> None:
    """The one after the twentieth, and the twentieth with its credit."""
    stores = on_table(Table(core.name, core.client))
    counted = {"company_id": {"S": company_id}, "state": {"S": "counted"}}
    for item in [item for item in core if item.items() >= counted.items()][:2]:
        name = RegistrationId(item["registration_id"]["S"])
        take_back(stores, stores.registrations.find(name))


@pytest.fixture
def core(sound: list[Item]) -> TableSource:
    asking = client()
    core = TableSource(fresh_table(asking).name, asking)
    Changes.toward(sound, core).make(sound, core)
    return core


@pytest.fixture
def exported(core: TableSource, tmp_path: Path) -> Export:
    export(core, tmp_path / "core.jsonl.gz")
    return Export(tmp_path / "core.jsonl.gz")


def empty(core: TableSource) -> TableSource:
    return TableSource(fresh_table(core.client).name, core.client)


def test_a_table_made_of_what_happened_is_the_table_byte_for_byte(
    core: TableSource, exported: Export
) -> None:
    figures = [item for item in core if follows(key_of(item))]
    assert {key_of(i).sk.partition("#")[0] for i in figures} == {"TALLY", "HEAD", "LOT", "POSTED"}
    kinds = {item["kind"]["S"] for item in core if item["sk"]["S"].startswith(keys.ENTRY_PREFIX)}
    assert kinds == set(get_args(Kind))
    made, remade = empty(core), Remade(exported)
    Changes.toward(remade, made).make(remade, made)
    assert list(compared(core, made)) == []
    assert len([*made]) == len([*core]) > 100
    assert list(verified(made)) == []


def test_a_table_restored_to_a_point_in_time_is_whole(core: TableSource) -> None:
    name = f"restored-{uuid4().hex}"
    core.client.restore_table_to_point_in_time(
        SourceTableName=core.name, TargetTableName=name, UseLatestRestorableTime=True
    )
    restored = TableSource(name, core.client)
    assert list(compared(core, restored)) == []
    assert list(verified(restored)) == []


def test_the_folder_of_an_aws_export_is_read_file_by_file(
    core: TableSource, tmp_path: Path
) -> None:
    items = [*core]
    data = tmp_path / "AWSDynamoDB" / "01693685827463-2d8752fd" / "data"
    data.mkdir(parents=True)
    (data.parent / "manifest-summary.json").write_text("{}")
    for n in range(2):
        lines = "".join(json.dumps({"Item": item}) + "\n" for item in items[n::2])
        (data / f"{n}.json.gz").write_bytes(gzip.compress(lines.encode()))
    assert list(compared(core, Export(tmp_path))) == []


def test_an_export_is_read_by_its_owner_alone_and_overwrites_nothing(
    core: TableSource, tmp_path: Path
) -> None:
    there = tmp_path / "core.jsonl"
    assert export(core, there) == len([*core])
    assert there.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        export(core, there)


type Damage = Callable[[Item], None]


def set_number(field: str, value: int) -> Damage:
    return lambda item: item.update({field: {"N": str(value)}})


@pytest.mark.parametrize(
    ("sk", "damage", "named"),
    [
        ("TALLY", set_number("n", 21), ["tally n"]),
        ("TALLY", set_number("debt", 2), ["tally debt"]),
        ("HEAD", set_number("uncounted", 1), ["head uncounted"]),
        ("HEAD", lambda item: item.update(hash={"S": "f" * 64}), ["head hash"]),
        ("ENTRY#0000000004", set_number("amount", 2), ["entry 4 hash"]),
        ("LOT#000001", lambda item: item.update(state={"S": "consumed"}), ["lot 1 state"]),
        ("MILESTONE#000001", lambda item: item.update(state={"S": "reached"}), ["milestone 1"]),
        ("ENTRY#0000000004", lambda item: item.pop("hash"), ["entry 4 hash"]),
        ("ENTRY#0000000004", lambda item: item.pop("prev_hash"), ["books"]),
    ],
)
def test_one_damaged_item_is_named_and_no_other(
    sound: list[Item], sk: str, damage: Damage, named: list[str]
) -> None:
    items = deepcopy(sound)
    [victim, *_] = [i for i in items if i["sk"] == {"S": sk} and "aozora" in whose(items, i)]
    damage(victim)
    found = [*verified(items)]
    assert [f"COMPANY#{d.company_id}" for d in found] == [victim["pk"]["S"]]
    assert [d.what for d in found] == named


def test_a_lost_registration_is_told_from_a_damaged_tally(sound: list[Item]) -> None:
    [gone, *_] = [i for i in sound if i.get("state") == {"S": "counted"}]
    left = [item for item in sound if item is not gone]
    found = [d for d in verified(left) if not d.what.startswith("tally")]
    assert [(d.company_id, d.what) for d in found] == [
        (gone["company_id"]["S"], f"registration {gone['pk']['S']}")
    ]
    with pytest.raises(NotSoundError, match="registration REG#"):
        Remade(left)


def whose(items: list[Item], item: Item) -> str:
    [name] = [i["name"]["S"] for i in items if i["pk"] == item["pk"] and i["sk"]["S"] == "COMPANY"]
    return str(name)


def test_damaged_figures_are_mended_where_they_are_and_nothing_else_is_written(
    core: TableSource, exported: Export
) -> None:
    spoilt = [item for item in core if item["sk"]["S"] in {"TALLY", "HEAD"}]
    for item in spoilt[:-1]:
        core.client.put_item(TableName=core.name, Item=item | {"seq": {"N": "7"}, "n": {"N": "7"}})
    core.client.delete_item(TableName=core.name, Key=only_key(spoilt[-1]))
    remade = Remade(core)
    changes = Changes.toward(remade, core)
    assert len(changes.unequal) == len(spoilt) == 6
    changes.make(remade, core)
    assert list(compared(exported, core)) == []


def test_nothing_is_made_of_a_broken_chain(sound: list[Item]) -> None:
    items = deepcopy(sound)
    [entry, *_] = [i for i in items if i["sk"]["S"].startswith(keys.ENTRY_PREFIX)]
    entry["amount"] = {"N": "99"}
    with pytest.raises(NotSoundError, match="entry 1 hash"):
        Remade(items)


def test_nothing_is_made_without_a_milestone_that_was_reached(sound: list[Item]) -> None:
    [first, *_] = [i for i in sound if i["sk"]["S"].startswith(keys.MILESTONE_PREFIX)]
    with pytest.raises(NotSoundError, match="milestone 1"):
        Remade([item for item in sound if item is not first])


def test_figures_that_cannot_be_read_are_made_anew_all_the_same(sound: list[Item]) -> None:
    items = deepcopy(sound)
    for lot in (i for i in items if i["sk"]["S"].startswith(keys.LOT_PREFIX)):
        del lot["granted_at"]
    assert {d.what for d in verified(items)} == {"books"}
    assert list(compared(sound, Remade(items))) == []


def test_a_copy_goes_back_in_time_but_forgets_no_mail_and_no_bounce(
    core: TableSource, exported: Export
) -> None:
    later, stores = CompanyId("co_later"), on_table(Table(core.name, core.client))
    let_in(stores, later)
    count_many(stores, 2, later)
    stays = [keys.sent("submitted:reg_x:1").pk, keys.suppressed(PersonKey("hmac")).pk]
    sent = next(item for item in core if item["pk"]["S"].startswith(keys.SENT_PREFIX))
    core.client.put_item(TableName=core.name, Item=sent | {"state": {"S": "sending"}})
    for pk in stays:
        core.client.put_item(TableName=core.name, Item={"pk": {"S": pk}, "sk": {"S": "x"}})
    changes = Changes.toward(exported, core)
    assert "unknown  REG REG                2" in str(changes)
    changes.make(exported, core)
    left = [key for _, key in compared(exported, core)]
    assert {key.pk for key in left} >= {*stays, sent["pk"]["S"]}
    assert all(key.pk.startswith(("SENT#", "SUPPRESSED#")) for key in left)
    assert list(verified(core)) == []


def test_a_copy_brings_no_key_back_and_takes_none_away(core: TableSource, exported: Export) -> None:
    taken, made = ({"pk": {"S": keys.api_key(of).pk}, "sk": {"S": "KEY"}} for of in "ab")
    core.client.put_item(TableName=core.name, Item=made)
    then = [*exported, taken]
    Changes.toward(then, core).make(then, core)
    held = [item for item in core if item["pk"]["S"].startswith(keys.API_KEY_PREFIX)]
    assert held == [made]


def only_key(item: Item) -> Item:
    return {name: item[name] for name in (keys.PARTITION, keys.SORT)}
