"""Everything we hold of somebody, read for them: by their own page, or by who answers them."""

from datetime import datetime

from shared.domain.ids import CandidateId
from shared.domain.locale import Locale
from shared.pages.exported import everything, provisions_alone
from shared.table import keys
from shared.table.commit import Table
from shared.table.own_files import OwnFiles
from shared.table.screens import Screens

PARTS = {
    "shown": keys.SHOWN_PREFIX,
    "messages": keys.THREAD_PREFIX,
    "addresses": keys.ADDRESS_PREFIX,
    "acts": keys.ACT_PREFIX,
}


def exported(
    table: Table, candidate_id: CandidateId, now: datetime, spoken: Locale | None = None
) -> str:
    """As JSON, in their own language where none is asked for.

    Raises:
        CandidateNotFound: also once they are being erased.
    """
    files = OwnFiles(table)
    own = files.read(candidate_id)
    of = own.file.candidate_id
    came = [(one.company_name, one.submitted_at) for one in Screens(table).show(of).registrations]
    parts = {name: list(files.parts(of, prefix)) for name, prefix in PARTS.items()}
    return everything(own, came, parts, spoken or own.file.locale, now)


def exported_provisions(table: Table, candidate_id: CandidateId, now: datetime) -> str:
    """Raises CandidateNotFound."""
    return provisions_alone(OwnFiles(table).read(candidate_id), now)
