"""A candidate on the agency's pages about job orders: by name while there is one."""

from collections.abc import Mapping

from shared.domain.candidate_file import CandidateFile
from shared.domain.locale import Locale
from shared.domain.occupation import OCCUPATIONS
from shared.domain.provision import Values
from shared.domain.recommendation import Item


def name_of(file: CandidateFile | None) -> str:
    """Empty where nobody may be named any more."""
    return "" if file is None or file.is_gone else file.candidate.full_name


def readable(values: Values, reader: Locale) -> Mapping[str, str]:
    """An occupation has a code where it was chosen."""
    named = {one.code: one.name_in(reader) for one in OCCUPATIONS}
    return {
        item: named.get(value, value) if item is Item.OCCUPATION else value
        for item, value in values.items()
    }
