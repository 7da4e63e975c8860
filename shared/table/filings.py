"""A verified registration on its way into its person's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from shared.domain.candidate_file import CandidateFile
from shared.domain.duplicate import ALIKE_FOR
from shared.domain.errors import AlreadyDone, Conflict
from shared.domain.filed import Filing, Known, Marks
from shared.domain.ids import CandidateId, RegistrationId
from shared.table import duplicate_item, file_item, finds, keys, marked
from shared.table.candidate_files import CandidateFiles
from shared.table.check_ins import CheckIns
from shared.table.codec import optional_moment, stamp
from shared.table.commit import Table
from shared.table.registers import Registers
from shared.table.writes import Write


def _meanwhile(_: dict[str, Any]) -> Conflict:
    return Conflict("somebody of the same address, number or name was filed meanwhile")


@dataclass(frozen=True, slots=True)
class Filings:
    """`indexed` as in CandidateFiles."""

    table: Table
    indexed: Callable[[CandidateFile], CandidateFile] = finds.as_before

    def known(self, marks: Marks, now: datetime) -> Known:
        wanted = {
            "whose": keys.whose_file(marks.person),
            **({"phone": keys.phone(marks.phone)} if marks.phone else {}),
            **({"alike": keys.likeness(marks.likeness)} if marks.likeness else {}),
        }
        items = self.table.get_all(*wanted.values())
        found = {name: item or {} for name, item in zip(wanted, items, strict=True)}
        whose, alike = found["whose"], found.get("alike", {})
        until = optional_moment(alike.get("until"))
        return Known(
            candidate_id=whose.get("candidate_id"),
            erased_at=optional_moment(whose.get("erased_at")),
            moved_to=whose.get("moved_to"),
            by_phone=marked.names(found.get("phone", {})),
            by_likeness=marked.names(alike) if until and now < until else (),
        )

    def is_filed(self, name: RegistrationId, under: Sequence[CandidateId]) -> bool:
        prefix = keys.REGISTRATION_PREFIX
        return any(self.table.get_all(*(keys.part_of_file(c, prefix, name) for c in under)))

    def file(self, filing: Filing, now: datetime) -> None:
        """Raises AlreadyDone: it is filed. Raises Conflict."""
        filing = replace(filing, after=self.indexed(filing.after))
        self.table.commit(
            self._part(filing, now),
            *self._file(filing),
            *finds.of_candidate(self.table, filing.before, filing.after),
            self._consent(filing),
            *self._claims(filing, now),
            *duplicate_item.found(self.table, filing.duplicates),
        )

    def _part(self, filing: Filing, now: datetime) -> Write:
        """It comes first: what was filed before is filed."""
        registration = filing.registration
        values = {
            "registration_id": registration.registration_id,
            "company_id": registration.company_id,
            "link_id": registration.link_id,
            "submitted_at": stamp(registration.submitted_at),
            "filed_at": stamp(now),
        }
        key = self._named(filing, keys.REGISTRATION_PREFIX)
        return self.table.new(key, values, lambda _: AlreadyDone("this registration is filed"))

    def _file(self, filing: Filing) -> Iterator[Write]:
        before, after = filing.before, filing.after
        if before is None:
            yield self._whose(filing)
            yield self.table.new(keys.candidate_file(after.candidate_id), file_item.to_item(after))
            yield CheckIns(self.table).begun(after)
        else:
            yield CandidateFiles(self.table).swap(before, after)
        if before is None or (before.withdrawn_at and not after.withdrawn_at):
            yield Registers(self.table).taken_on(after)

    def _whose(self, filing: Filing) -> Write:
        """Who was erased and comes again has a new file."""
        return self.table.replace(
            keys.whose_file(filing.marks.person),
            {"candidate_id": filing.after.candidate_id},
            unless=lambda e: (
                f"{e.name('erased_at')} <= {e.value(stamp(filing.registration.submitted_at))}"
            ),
            refusal=_meanwhile,
        )

    def _consent(self, filing: Filing) -> Write:
        registration = filing.registration
        values = {
            "consents": asdict(registration.consents),
            "at": stamp(registration.submitted_at),
            "registration_id": registration.registration_id,
        }
        return self.table.new(self._named(filing, keys.CONSENT_PREFIX), values)

    def _claims(self, filing: Filing, now: datetime) -> Iterator[Write]:
        """Who comes with the same number or name is asked about with everybody it leads to."""
        mine, known = filing.after.candidate_id, filing.known
        if filing.marks.phone and mine not in known.by_phone:
            yield self._by_phone(keys.phone(filing.marks.phone), known.by_phone, mine)
        if filing.marks.likeness and mine not in known.by_likeness:
            yield self._alike(keys.likeness(filing.marks.likeness), known.by_likeness, mine, now)

    def _by_phone(self, key: keys.Key, known: marked.Names, mine: CandidateId) -> Write:
        if known:
            return marked.joined(self.table, key, known, mine, {}, _meanwhile)
        return self.table.new(key, marked.values((mine,)), _meanwhile)

    def _alike(self, key: keys.Key, known: marked.Names, mine: CandidateId, now: datetime) -> Write:
        until = now + ALIKE_FOR
        remembered = {"until": stamp(until), keys.EXPIRES: int(until.timestamp())}
        if known:
            return marked.joined(self.table, key, known, mine, remembered, _meanwhile)
        return self.table.replace(
            key,
            {**marked.values((mine,)), **remembered},
            unless=lambda e: f"{e.name('until')} <= {e.value(stamp(now))}",
            refusal=_meanwhile,
        )

    def _named(self, filing: Filing, prefix: str) -> keys.Key:
        name = filing.registration.registration_id
        return keys.part_of_file(filing.after.candidate_id, prefix, name)
