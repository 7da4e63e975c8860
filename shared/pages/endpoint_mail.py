"""The mail to a company whose webhook is sent nothing any more."""

from typing import Final, Literal, Unpack

from shared.domain.purpose import Transactional
from shared.pages.catalogue import one_line
from shared.pages.company_letter import To, to_company
from shared.pages.letter import Rendered

DISABLED: Final = Transactional("says that a service a company set up stands still until it acts")


def endpoint_disabled_mail(
    *, host: str, why: Literal["gone", "failing"], page: str, **to: Unpack[To]
) -> Rendered:
    """
    Args:
        host: of its URL and nothing more: the rest may be a secret.
        page: where it is turned on again.
    """
    values = {"host": one_line(host)}
    return to_company("endpoint_mail", f"disabled_{why}", DISABLED, values, door=page, **to)
