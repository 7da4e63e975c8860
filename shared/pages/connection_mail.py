"""The mail to a company that has to look at its connection to an ATS."""

from collections.abc import Sequence
from typing import Final, Unpack

from shared.domain.connection_health import Ill
from shared.domain.purpose import Transactional
from shared.pages.catalogue import one_line
from shared.pages.company_letter import To, to_company
from shared.pages.letter import Rendered

DEGRADED: Final = Transactional("says that a service a company set up stands still until it acts")


def connection_degraded_mail(
    *, label: str, ills: Sequence[Ill], page: str, **to: Unpack[To]
) -> Rendered:
    """
    Args:
        label: what the company calls it.
        ills: at least one; the first is what the mail is about.
        page: where it says what to do.
    """
    values = {"label": one_line(label)}
    return to_company("connection_mail", ills[0], DEGRADED, values, door=page, **to)
