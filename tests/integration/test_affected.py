"""The breach drill on a town: a window, and exactly the people it touches."""

import csv
import io
import json
import os
import stat
from argparse import Namespace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from infra.ops import affected
from infra.ops.__main__ import parsed
from infra.ops.refusal import RefusedError
from infra.ops.window import Window
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.codec import stamp
from shared.table.commit import Table
from tests.support.acts import count, let_in, person, take_in
from tests.support.builders import ACME, BOLT, NOON
from tests.support.office import Office
from tests.support.stores import on_table
from tests.support.table import fresh_table

DAY = timedelta(days=1)
TUESDAY = NOON + DAY


class Town:
    """On Monday ada, ben and cid register; later things happen to their files."""

    def __init__(self, table: Table) -> None:
        self.table, self.stores = table, on_table(table)
        for company in (ACME, BOLT):
            let_in(self.stores, company)
        self.reg = {
            name: count(self.stores, name, company).registration_id
            for name, company in (("ada", ACME), ("ben", ACME), ("cid", BOLT))
        }
        for name in self.reg:
            self.files(name)

    def files(self, name: str) -> None:
        values = {"opened_at": stamp(NOON), "person": person(name)}
        self.table.commit(
            self.table.new(keys.candidate_file(self.file(name)), values),
            self.part(name, "REG#", {"registration_id": self.reg[name], "filed_at": stamp(NOON)}),
        )

    def file(self, name: str) -> CandidateId:
        return CandidateId(f"cnd_{name}")

    def part(self, name: str, prefix: str, values: dict[str, Any]) -> Any:
        key = keys.part_of_file(self.file(name), prefix, str(values.get("at", "1")))
        return self.table.new(key, values)

    def happens(self, name: str, prefix: str, at: datetime, **more: Any) -> None:
        self.table.commit(self.part(name, prefix, {"at": stamp(at), **more}))

    def found(self, begin: datetime, end: datetime) -> list[dict[str, Any]]:
        scanned = affected.Scanned(self.table.name, self.table.client)
        return affected.found(scanned, Window(begin, end)).told()

    def changed(self, begin: datetime, end: datetime) -> dict[str, dict[str, int]]:
        """By the candidates' names; companies' contacts aside."""
        told = self.found(begin, end)
        return {t["ids"][0].removeprefix("cnd_"): t["changed"] for t in told if t["changed"]}


@pytest.fixture
def town(table: Table) -> Town:
    return Town(table)


def test_a_day_on_which_nothing_happened_changed_nobody(town: Town) -> None:
    assert town.changed(TUESDAY, TUESDAY + DAY) == {}


def test_each_act_is_found_in_its_hour_and_no_other(town: Town) -> None:
    acts = {
        "MESSAGE#": "message",
        "THREAD#": "message",
        "CONSENT#": "consent",
        "CV#": "cv",
        "ACT#": "file",
        "PROVISION#": "provision",
    }
    for n, (prefix, what) in enumerate(acts.items()):
        at = TUESDAY + n * timedelta(hours=1)
        town.happens("ben", prefix, at)
        assert town.changed(at, at + timedelta(hours=1)) == {"ben": {what: 1}}


def test_a_provision_and_a_recommendation_are_the_candidates_wherever_they_lie(town: Town) -> None:
    provided = {"candidate_id": "cnd_ada", "candidate_name": "Ada", "at": stamp(TUESDAY)}
    shown = {"candidate_id": "cnd_cid", "asked_at": stamp(NOON), "recommended_at": stamp(TUESDAY)}
    town.table.commit(
        town.table.new(keys.Key("PROVISION#2026-03", "x"), provided),
        town.table.new(keys.Key(keys.of_company(BOLT), "REC#job_1#rec_1"), shown),
    )
    changed = town.changed(TUESDAY, TUESDAY + DAY)
    assert changed == {"ada": {"provision": 1}, "cid": {"recommendation": 1}}


def test_everybody_who_was_there_could_be_read_and_who_came_later_could_not(town: Town) -> None:
    late = take_in(town.stores, "dan", BOLT, at=TUESDAY + DAY)
    ids = {name for told in town.found(TUESDAY, TUESDAY + DAY) for name in told["ids"]}
    assert {*town.reg.values(), "cnd_ada", "cnd_ben", "cnd_cid", ACME, BOLT} == ids
    assert late.registration_id not in ids


def test_a_registration_and_its_file_are_one_person(town: Town) -> None:
    [ada] = [told for told in town.found(NOON, NOON + DAY) if "cnd_ada" in told["ids"]]
    assert ada["ids"] == ["cnd_ada", town.reg["ada"]]
    assert set(ada["changed"]) == {"file", "registration"}


def test_what_is_still_to_come_is_no_time_something_was_written(town: Town) -> None:
    soon = {"contact_by": stamp(TUESDAY), keys.DUE_SORT: stamp(TUESDAY)}
    town.table.commit(town.table.change(keys.candidate_file(town.file("ada")), put=soon))
    assert town.changed(TUESDAY, TUESDAY + DAY) == {}


def test_who_was_erased_is_found_by_what_the_law_has_us_keep(town: Town) -> None:
    office = Office(town.table)
    office.open()
    ids = [told["ids"] for told in town.found(TUESDAY, TUESDAY + DAY)]
    assert [office.file.candidate_id] in ids


def test_who_was_erased_before_the_window_and_left_nothing_is_not(town: Town) -> None:
    gone = {"erased_at": stamp(TUESDAY)}
    town.table.commit(
        town.table.change(keys.candidate_file(town.file("ada")), put=gone),
        town.table.change(keys.registration(town.reg["ada"]), put=gone, remove=["candidate"]),
    )
    after = [told["ids"] for told in town.found(TUESDAY + DAY, TUESDAY + 2 * DAY)]
    assert not any("cnd_ada" in ids for ids in after)
    assert "ada" in town.changed(TUESDAY, TUESDAY + DAY)


class Where:
    def __init__(self, table: Table) -> None:
        self.table, self.outputs = table, {"CoreTable": table.name}

    def client(self, service: str) -> Any:
        return self.table.client


def typed(*words: str) -> Namespace:
    begin, end = f"--from={NOON.isoformat()}", f"--to={TUESDAY.isoformat()}"
    return parsed(["--stage", "dev", "affected", begin, end, *words])


@pytest.fixture
def deployed(town: Town, monkeypatch: pytest.MonkeyPatch) -> Town:
    where = Where(town.table)
    monkeypatch.setattr(affected, "cloud", lambda _: where)
    monkeypatch.setattr(affected, "stack_in", lambda *_: where)
    return town


def test_the_command_says_ids_and_no_name(deployed: Town) -> None:
    said = affected.act(typed())
    assert (said["people"], said["table"]) == (5, deployed.table.name)
    assert (said["contacts"], said["members"]) == (2, 0)
    assert said["items"] > 10
    assert not any(word in json.dumps(said) for word in ("Ada", "@"))


def test_addresses_are_written_on_request_alone_and_their_owner_alone_reads_them(
    deployed: Town, tmp_path: Path
) -> None:
    path, before = tmp_path / "whom.csv", os.umask(0)
    try:
        affected.act(typed(f"--addresses={path}"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    head, *lines = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    assert tuple(head) == affected.HEAD
    told = {line[0]: line[2] for line in lines}
    assert told["cnd_ada"] == "ada@example.org"
    assert told[BOLT] == "saiyo@aozora.example"


def test_a_file_that_is_there_is_not_written_over(deployed: Town, tmp_path: Path) -> None:
    path = tmp_path / "whom.csv"
    path.write_text("mine")
    with pytest.raises(RefusedError, match="File exists"):
        affected.act(typed(f"--addresses={path}"))
    assert path.read_text() == "mine"


def test_a_restored_table_is_read_by_its_name(deployed: Town) -> None:
    restored = fresh_table(deployed.table.client)
    made = take_in(on_table(restored), "eve")
    said = affected.act(typed(f"--table={restored.name}"))
    assert [told["ids"] for told in said["affected"]] == [[made.registration_id]]


def test_a_window_the_wrong_way_round_is_refused(deployed: Town) -> None:
    with pytest.raises(RefusedError, match="is not before"):
        affected.act(parsed(["affected", "--from=2026-03-03T00:00Z", "--to=2026-03-02T00:00Z"]))
