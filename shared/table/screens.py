"""A candidate on one screen, in three requests: the file, the end of its thread, the names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from shared.domain.candidate_screen import Act, Agreed, Came, JobAnswer, Screen
from shared.domain.consent import Consents
from shared.domain.errors import CandidateNotFound
from shared.domain.ids import CandidateId
from shared.domain.recommendation import Item as Handed
from shared.domain.recommendation import Stage
from shared.table import file_item, keys
from shared.table.codec import moment
from shared.table.commit import Table
from shared.table.threads import Threads

LOOKED_UP: Final = 33
"""Registrations whose three names one request can ask for; the newest ones."""
THREAD: Final = 20

type Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Screens:
    table: Table

    def show(self, candidate_id: CandidateId) -> Screen:
        """Raises CandidateNotFound."""
        whole = self.table.ahead_of(keys.of_candidate(candidate_id), keys.THREAD_PREFIX)
        parts = {item[keys.SORT]: item for item in whole}
        own = parts.get(keys.candidate_file(candidate_id).sk)
        if own is None:
            raise CandidateNotFound("no such candidate")
        file = file_item.from_item(own)
        if file.merged_into:
            return self.show(file.merged_into)
        came = sorted(map(_came, _of(parts, keys.REGISTRATION_PREFIX)), key=_when)
        found = self._looked_up(came[-LOOKED_UP:])
        return Screen(
            file,
            registrations=[_named(one, found) for one in came],
            agreed=sorted(map(_agreed, _told(parts, for_job=False)), key=lambda a: a.at),
            job_answers=sorted(map(_answered, _told(parts, for_job=True)), key=lambda a: a.at),
            acts=[Act(i["act"], i["by"], moment(i["at"])) for i in _of(parts, keys.ACT_PREFIX)],
            thread=Threads(self.table).newest(candidate_id, limit=THREAD),
            names={c: n for c in file.let_go_by if (n := _name(found, keys.company(c)))},
            recommendations=[_bare(i) for i in _of(parts, keys.RECOMMENDATION_PREFIX)],
            cvs=[_bare(i) for i in _of(parts, keys.CV_PREFIX)],
            duplicates=[i["duplicate_id"] for i in _of(parts, keys.DUPLICATE_PREFIX)],
        )

    def _looked_up(self, came: Iterable[Came]) -> Mapping[keys.Key, Item]:
        wanted = sorted({key for one in came for key in _asked(one)})
        found = self.table.get_all(*wanted)
        return {key: item for key, item in zip(wanted, found, strict=True) if item}


def _of(parts: Mapping[str, Item], prefix: str) -> list[Item]:
    return [item for sort, item in sorted(parts.items()) if sort.startswith(prefix)]


def _asked(one: Came) -> tuple[keys.Key, ...]:
    return (
        keys.registration(one.registration_id),
        keys.company(one.company_id),
        keys.link(one.company_id, one.link_id),
    )


def _came(item: Item) -> Came:
    ids = item["registration_id"], item["company_id"], item["link_id"]
    return Came(*ids, moment(item["submitted_at"]))


def _when(one: Came) -> Any:
    return one.submitted_at, one.registration_id


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


def _name(found: Mapping[keys.Key, Item], key: keys.Key) -> str | None:
    return found.get(key, {}).get("name")


def _told(parts: Mapping[str, Item], *, for_job: bool) -> Iterator[Item]:
    """What they agreed to stands beside what they answered for a job."""
    kept = _of(parts, keys.CONSENT_PREFIX)
    return (item for item in kept if (item.get("consent") == "job") is for_job)


def _answered(item: Item) -> JobAnswer:
    return JobAnswer(
        answer=Stage(item["answer"]),
        recommendation_id=item["recommendation_id"],
        company_id=item["company_id"],
        job_order_id=item["job_order_id"],
        items=tuple(map(Handed, item["items"])),
        text_version=item["text_version"],
        method=item["method"],
        at=moment(item["at"]),
    )


def _agreed(item: Item) -> Agreed:
    consents = Consents(**item["consents"])
    return Agreed(consents, moment(item["at"]), item.get("registration_id"))


def _bare(item: Item) -> Item:
    hidden = {keys.PARTITION, keys.SORT, keys.DUE_PARTITION, keys.DUE_SORT, keys.EXPIRES}
    return {name: value for name, value in item.items() if name not in hidden}
