"""A candidate's file with its check-ins, as `file` opens them."""

from dataclasses import replace
from typing import Any, Final

from shared.domain.candidate_file import CandidateFile
from shared.domain.consent import Consents
from shared.domain.filing import opened
from shared.domain.ids import CandidateId
from shared.domain.tokyo import reply_by
from shared.table import file_item, keys
from shared.table.check_ins import CheckIns
from shared.table.commit import Table
from tests.support.acts import person
from tests.support.builders import NOON, a_registration

ADA: Final = CandidateId("cnd_ada")
NEWS: Final = Consents(text_version="test-1", method="form", news=True)


def a_file(candidate_id: CandidateId = ADA, **changed: Any) -> CandidateFile:
    """Of somebody who wants news, and was written to."""
    name = candidate_id.removeprefix("cnd_")
    registration = a_registration(name, consents=NEWS)
    file = opened(candidate_id, registration, person(name), contact_by=reply_by(NOON, 2))
    return replace(file, **{"contact_by": None, "waits_for": None, **changed})


def open_file(table: Table, file: CandidateFile) -> None:
    key = keys.candidate_file(file.candidate_id)
    table.commit(table.new(key, file_item.to_item(file)), CheckIns(table).begun(file))
