"""A candidate on one screen, in three requests: the file, the end of its thread, the names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from shared.domain.candidate_screen import Act, Came, Introduced, Screen
from shared.domain.duplicate import Answer
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table import recommendation_item as recommended
from shared.table.codec import moment
from shared.table.commit import Table
from shared.table.file_parts import Item, bare, parts_of
from shared.table.threads import Threads

LOOKED_UP: Final = 30
"""Registrations and jobs whose three items one request can ask for; the newest ones."""
JOBS: Final = 15
"""So many of them at most."""
PAIRS: Final = 10
"""Possible duplicates that are looked up beside them."""
THREAD: Final = 20
HISTORY: Final = 100
"""So many of the last acts."""


@dataclass(frozen=True, slots=True)
class Screens:
    table: Table

    def show(self, candidate_id: CandidateId) -> Screen:
        """Raises CandidateNotFound."""
        parts = parts_of(self.table, candidate_id, acts=HISTORY + 1)
        acts = parts.of(keys.ACT_PREFIX)
        came = sorted(map(_came, parts.of(keys.REGISTRATION_PREFIX)), key=_when)
        jobs = sorted(parts.of(keys.RECOMMENDATION_PREFIX), key=_asked_at)[-JOBS:]
        pairs = [i["duplicate_id"] for i in parts.of(keys.DUPLICATE_PREFIX)]
        found = self._looked_up(came[len(jobs) - LOOKED_UP :], jobs, pairs[-PAIRS:])
        names: Mapping[str, str] = {
            c: n for c in parts.file.let_go_by if (n := _name(found, keys.company(c)))
        }
        return Screen(
            parts.file,
            registrations=[_named(one, found) for one in came],
            agreed=parts.agreed,
            job_answers=parts.answers,
            acts=[to_act(item) for item in acts[-HISTORY:]],
            acts_before=acts[1][keys.SORT] if len(acts) > HISTORY else None,
            thread=Threads(self.table).newest(parts.file.candidate_id, limit=THREAD),
            names=names,
            recommendations=[bare(i) for i in parts.of(keys.RECOMMENDATION_PREFIX)],
            cvs=[bare(i) for i in parts.of(keys.CV_PREFIX)],
            duplicates=pairs,
            undecided=[one for one in pairs if _is_open(found.get(keys.duplicate(one)))],
            introduced=[one for job in reversed(jobs) if (one := _introduced(job, found))],
        )

    def _looked_up(
        self, came: Iterable[Came], jobs: Iterable[Item], pairs: Iterable[str]
    ) -> Mapping[keys.Key, Item]:
        others = {key for job in jobs for key in _of_job(job)} | {*map(keys.duplicate, pairs)}
        wanted = sorted({key for one in came for key in _asked(one)} | others)
        found = self.table.get_all(*wanted)
        return {key: item for key, item in zip(wanted, found, strict=True) if item}


def _asked(one: Came) -> tuple[keys.Key, ...]:
    return (
        keys.registration(one.registration_id),
        keys.company(one.company_id),
        keys.link(one.company_id, one.link_id),
    )


def _of_job(job: Item) -> tuple[keys.Key, ...]:
    of = job["company_id"], job["job_order_id"]
    return (
        keys.recommendation(*of, job["recommendation_id"]),
        keys.company(job["company_id"]),
        keys.job_order(*of),
    )


def _came(item: Item) -> Came:
    ids = item["registration_id"], item["company_id"], item["link_id"]
    return Came(*ids, moment(item["submitted_at"]))


def _when(one: Came) -> Any:
    return one.submitted_at, one.registration_id


def _asked_at(job: Item) -> Any:
    return job.get("asked_at", ""), job.get("recommendation_id", "")


def to_act(item: Item) -> Act:
    """Its name ends in the version it changed (CandidateFiles.acted)."""
    version = int(item[keys.SORT].rpartition("#")[2])
    return Act(item["act"], item["by"], moment(item["at"]), version)


def _named(one: Came, found: Mapping[keys.Key, Item]) -> Came:
    registration, company, link = (found.get(key, {}) for key in _asked(one))
    return replace(
        one,
        company_name=company.get("name"),
        link_label=link.get("label"),
        state=registration.get("state"),
        reason=registration.get("reason"),
        signals=tuple(registration.get("signals", ())),
    )


def _introduced(job: Item, found: Mapping[keys.Key, Item]) -> Introduced | None:
    made, company, order = (found.get(key, {}) for key in _of_job(job))
    if not made:
        return None
    return Introduced(recommended.from_item(made), company.get("name"), order.get("title"))


def _is_open(pair: Item | None) -> bool:
    return pair is not None and pair["answer"] == Answer.OPEN


def _name(found: Mapping[keys.Key, Item], key: keys.Key) -> str | None:
    return found.get(key, {}).get("name")
