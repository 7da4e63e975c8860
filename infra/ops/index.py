"""`make index STAGE=`: what was written before the house looked things up by it is found, too.

One scan, as `make affected` reads. Written is what is missing: the beginnings of names
(docs/decisions/0032), a key beside whose it is (0033), what somebody asked of us beside their file.
Each by a transaction of its own; run again, it writes nothing.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from infra.ops.act import Act
from infra.ops.affected import Scanned
from infra.ops.cloud import Cloud, cloud
from infra.ops.stack import stack_in
from shared import clock, found_by
from shared.domain.errors import AlreadyDone, NotFound
from shared.domain.finding import Kind
from shared.domain.ids import CandidateId
from shared.pepper import Pepper
from shared.retry import retry_on_conflict
from shared.settings import PEPPER_SECRET
from shared.table import finds, keys
from shared.table.api_keys import ApiKeys
from shared.table.asked_of_us import theirs
from shared.table.candidate_files import CandidateFiles
from shared.table.commit import Table
from shared.table.erasures import Erasures

type Item = dict[str, Any]
KEYS, ASKED = "api_key", "asked"


@dataclass(frozen=True, slots=True)
class Index:
    table: Table
    pepper: Pepper
    now: datetime

    def all(self, items: Iterable[Item]) -> Counter[str]:
        """How many of each kind were missing."""
        written = Counter[str]({kind: 0 for kind in (*Kind, KEYS, ASKED)})
        for item in items:
            if kind := _kind(item):
                written[kind] += retry_on_conflict(self._missing)(kind, item)
        return written

    def _missing(self, kind: str, item: Item) -> bool:
        try:
            match kind:
                case Kind.CANDIDATE:
                    return self._candidate(CandidateId(item["candidate_id"]))
                case Kind.COMPANY:
                    return self._named(finds.company(item["company_id"]), item["name"])
                case Kind.JOB_ORDER:
                    of = item["company_id"], item["job_order_id"]
                    return self._named(finds.job_order(*of), item["title"])
                case _ if kind == KEYS:
                    return ApiKeys(self.table).list_again(item)
            return self._asked(item)
        except (AlreadyDone, NotFound):
            return False

    def _candidate(self, candidate_id: CandidateId) -> bool:
        files = CandidateFiles(self.table)
        before = files.find(candidate_id)
        after = found_by.candidate(self.pepper)(before)
        if before.is_gone or before.finds == after.finds:
            return False
        beside = finds.of_candidate(self.table, before, after)
        self.table.commit(files.swap(before, after), *beside)
        return True

    def _named(self, name: str, said: str) -> bool:
        """All its beginnings are there, or none."""
        found = found_by.beginnings(self.pepper, said)
        if not found or self.table.get(keys.found(found[0], name)):
            return False
        self.table.commit(*finds.moved(self.table, name, (), found))
        return True

    def _asked(self, item: Item) -> bool:
        """Of whoever was erased before it lay beside their file, the words go now."""
        file = CandidateFiles(self.table).find(CandidateId(item["candidate_id"]))
        if not file.is_gone:
            self.table.commit(*theirs(file.candidate_id, item[keys.SORT]))
        elif not item.get("erased_at"):
            Erasures(self.table).asked(item[keys.SORT], self.now)
        else:
            return False
        return True


def _kind(item: Item) -> str | None:
    partition, sort = str(item[keys.PARTITION]), str(item[keys.SORT])
    match partition.partition("#")[0], sort.partition("#")[0]:
        case "CANDIDATE", "FILE":
            return Kind.CANDIDATE
        case "COMPANY", "COMPANY":
            return Kind.COMPANY
        case "COMPANY", "JOB":
            return Kind.JOB_ORDER
        case "KEY", "KEY":
            return KEYS
    is_theirs = partition in {keys.RIGHTS, keys.COMPLAINTS} and item.get("candidate_id")
    return ASKED if is_theirs else None


def act(said: Namespace) -> Any:
    where = cloud(said.stage)
    outputs = stack_in(where, said.stage).outputs
    scanned = Scanned(outputs["CoreTable"], where.client("dynamodb"))
    pepper = pepper_of(where, outputs["IssueKeyFunction"])
    written = Index(Table(scanned.name, scanned.client), pepper, clock.now()).all(scanned)
    took = {"items": scanned.items, "read_units": scanned.units}
    return {"table": scanned.name, **took, "indexed": dict(written)}


def pepper_of(where: Cloud, function: str) -> Pepper:
    """The one this function has: held in memory, and nowhere else."""
    told = where.client("lambda").get_function_configuration(FunctionName=function)
    name = told["Environment"]["Variables"][PEPPER_SECRET]
    found = where.client("secretsmanager").get_secret_value(SecretId=name)
    return Pepper(found["SecretString"].encode())


ACT: Final = Act("index", "find what was there before it was looked up", act)
