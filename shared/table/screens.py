"""A candidate on one screen, in three requests: the file, the end of its thread, the names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from shared.domain.candidate_screen import Act, Came, Screen
from shared.domain.ids import CandidateId
from shared.table import keys
from shared.table.codec import moment
from shared.table.commit import Table
from shared.table.file_parts import Item, bare, parts_of
from shared.table.threads import Threads

LOOKED_UP: Final = 33
"""Registrations whose three names one request can ask for; the newest ones."""
THREAD: Final = 20


@dataclass(frozen=True, slots=True)
class Screens:
    table: Table

    def show(self, candidate_id: CandidateId) -> Screen:
        """Raises CandidateNotFound."""
        parts = parts_of(self.table, candidate_id)
        came = sorted(map(_came, parts.of(keys.REGISTRATION_PREFIX)), key=_when)
        found = self._looked_up(came[-LOOKED_UP:])
        names: Mapping[str, str] = {
            c: n for c in parts.file.let_go_by if (n := _name(found, keys.company(c)))
        }
        return Screen(
            parts.file,
            registrations=[_named(one, found) for one in came],
            agreed=parts.agreed,
            job_answers=parts.answers,
            acts=[Act(i["act"], i["by"], moment(i["at"])) for i in parts.of(keys.ACT_PREFIX)],
            thread=Threads(self.table).newest(parts.file.candidate_id, limit=THREAD),
            names=names,
            recommendations=[bare(i) for i in parts.of(keys.RECOMMENDATION_PREFIX)],
            cvs=[bare(i) for i in parts.of(keys.CV_PREFIX)],
            duplicates=[i["duplicate_id"] for i in parts.of(keys.DUPLICATE_PREFIX)],
        )

    def _looked_up(self, came: Iterable[Came]) -> Mapping[keys.Key, Item]:
        wanted = sorted({key for one in came for key in _asked(one)})
        found = self.table.get_all(*wanted)
        return {key: item for key, item in zip(wanted, found, strict=True) if item}


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
