"""Who may be written to without having asked: every mail of purpose News passes here."""

from datetime import date

from shared.domain.candidate_file import CandidateFile
from shared.domain.purpose import Purpose, Transactional


def may_solicit(file: CandidateFile, on: date) -> bool:
    """They opted in, are still here, and were not placed by us within two years (S10, S11).

    Args:
        on: a day of Tokyo's calendar.
    """
    if not file.consents.news or not file.is_open:
        return False
    return file.not_solicited_until is None or on >= file.not_solicited_until


def may_send(purpose: Purpose, file: CandidateFile | None, on: date) -> bool:
    """Of their own case they hear at any time. News is for nobody of whom we know no file."""
    if isinstance(purpose, Transactional):
        return True
    return file is not None and may_solicit(file, on)
